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

/** In an org with one currency it follows the org's own locale. */
function orgCurrency(session: Session): string {
  const type = session.org.schema().object('Organization');
  const locale = type?.field('DefaultLocaleSidKey');
  if (type === undefined || locale === undefined || !locale.stored) return 'USD';
  const row = session.org.store.find(type, 'IsDeleted', [false])[0] ?? undefined;
  const region = String(row?.[locale.name] ?? 'en_US').split('_')[1] ?? 'US';
  return CURRENCY_OF_REGION[region] ?? 'USD';
}

const CURRENCY_OF_REGION: Readonly<Record<string, string>> = {
  AE: 'AED',
  AT: 'EUR',
  AU: 'AUD',
  BE: 'EUR',
  BR: 'BRL',
  CA: 'CAD',
  CH: 'CHF',
  CN: 'CNY',
  DE: 'EUR',
  DK: 'DKK',
  ES: 'EUR',
  FI: 'EUR',
  FR: 'EUR',
  GB: 'GBP',
  HK: 'HKD',
  ID: 'IDR',
  IE: 'EUR',
  IN: 'INR',
  IT: 'EUR',
  JP: 'JPY',
  KR: 'KRW',
  MX: 'MXN',
  MY: 'MYR',
  NL: 'EUR',
  NO: 'NOK',
  NZ: 'NZD',
  PH: 'PHP',
  PT: 'EUR',
  SA: 'SAR',
  SE: 'SEK',
  SG: 'SGD',
  TH: 'THB',
  TW: 'TWD',
  US: 'USD',
  VN: 'VND',
  ZA: 'ZAR',
};
