/** Values of `@salesforce/i18n/*` for a user; what is not named here keeps the base components' own default. */
export interface UserLocale {
  /** `zh_CN`, as the org stores it. */
  readonly language: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly currency: string;
}

type Facts = Readonly<Record<string, unknown>>;

const CHINESE_FORMATS: Facts = {
  'dateTime.shortDateFormat': 'yyyy/M/d',
  'dateTime.mediumDateFormat': "yyyy'年'M'月'd'日'",
  'dateTime.longDateFormat': "yyyy'年'M'月'd'日'",
  'dateTime.shortTimeFormat': 'HH:mm',
  'dateTime.mediumTimeFormat': 'HH:mm:ss',
  'dateTime.shortDateTimeFormat': 'yyyy/M/d HH:mm',
  'dateTime.mediumDateTimeFormat': "yyyy'年'M'月'd'日' HH:mm:ss",
  'dateTime.longDateTimeFormat': "yyyy'年'M'月'd'日' HH:mm:ss",
  'number.currencyFormat': '¤#,##0.00;-¤#,##0.00',
};

export function localeFacts({ language, locale, timeZone, currency }: UserLocale): Facts {
  const tag = locale.replaceAll('_', '-');
  const symbol = new Intl.NumberFormat(tag, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
    .formatToParts(0)
    .find((part) => part.type === 'currency')?.value;
  const chinese = locale.startsWith('zh');
  return {
    lang: language.replaceAll('_', '-'),
    dir: 'ltr',
    locale: tag,
    timeZone,
    currency,
    'number.currencySymbol': symbol ?? currency,
    firstDayOfWeek: chinese ? 2 : 1,
    ...(chinese ? CHINESE_FORMATS : {}),
    ...(language.startsWith('zh') ? { calendarData: calendarIn(language.replaceAll('_', '-')) } : {}),
  };
}

/** Month and day names in the shape that the base components' calendar reads. */
function calendarIn(tag: string): unknown {
  const named = (options: Intl.DateTimeFormatOptions, dates: Date[]): string[] =>
    dates.map((date) => new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' }).format(date));
  const months = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2023, month, 1)));
  const days = Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(2023, 0, 1 + day)));
  const keyedMonths = (names: string[]): Facts => Object.fromEntries(names.map((name, n) => [String(n + 1), name]));
  const dayKeys = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
  const keyedDays = (names: string[]): Facts =>
    Object.fromEntries(names.map((name, n) => [dayKeys[n] as string, name]));
  const monthForms = {
    abbreviated: keyedMonths(named({ month: 'short' }, months)),
    narrow: keyedMonths(named({ month: 'narrow' }, months)),
    wide: keyedMonths(named({ month: 'long' }, months)),
  };
  const dayForms = {
    abbreviated: keyedDays(named({ weekday: 'short' }, days)),
    narrow: keyedDays(named({ weekday: 'narrow' }, days)),
    short: keyedDays(named({ weekday: 'narrow' }, days)),
    wide: keyedDays(named({ weekday: 'long' }, days)),
  };
  const periods = { am: '上午', pm: '下午' };
  const quarters = { '1': '1季度', '2': '2季度', '3': '3季度', '4': '4季度' };
  const both = <T>(forms: T): { format: T; 'stand-alone': T } => ({ format: forms, 'stand-alone': forms });
  return {
    gregorian: {
      dayPeriods: both({ abbreviated: periods, narrow: periods, wide: periods }),
      days: both(dayForms),
      months: both(monthForms),
      quarters: both({ abbreviated: quarters, narrow: quarters, wide: quarters }),
      eras: {
        eraNames: { '0': '公元前', '1': '公元' },
        eraAbbr: { '0': '公元前', '1': '公元' },
        eraNarrow: { '0': '公元前', '1': '公元' },
      },
    },
  };
}
