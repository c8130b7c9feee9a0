import type { Session } from '../../org.ts';

/** Whom a value is shown to: language for words, locale for figures, zone for times. */
export interface Viewer {
  readonly language: string;
  /** BCP 47, `zh-CN`. */
  readonly locale: string;
  readonly timeZone: string;
  /** ISO code of the org's single currency. */
  readonly currency: string;
}

export function viewerOf(session: Session): Viewer {
  const { language, locale, timeZone } = session.user;
  return { language, locale: intlLocale(locale), timeZone, currency: orgCurrency(session) };
}

/** Salesforce keys such as `zh_CN` or `en_US_EURO`; the currency suffix is not part of an Intl locale. */
function intlLocale(key: string): string {
  const [language = 'en', region] = key.split('_');
  return region === undefined ? language : `${language}-${region}`;
}

/** The org has one currency; a person's locale only decides how it is written. */
function orgCurrency(session: Session): string {
  const row = session.org.store.prepare('SELECT "DefaultCurrencyIsoCode" AS code FROM "Organization" LIMIT 1').get();
  return typeof row?.code === 'string' ? row.code : 'USD';
}
