/** What a company's country decides when its org is opened; each of them can be changed later, the locale and the zone by user. */
export interface CountryDefaults {
  readonly locale: string;
  readonly currency: string;
  readonly timeZone: string;
}

const countries: Readonly<Record<string, CountryDefaults>> = {
  AU: { locale: 'en_AU', currency: 'AUD', timeZone: 'Australia/Sydney' },
  CN: { locale: 'zh_CN', currency: 'CNY', timeZone: 'Asia/Shanghai' },
  DE: { locale: 'de_DE', currency: 'EUR', timeZone: 'Europe/Berlin' },
  FR: { locale: 'fr_FR', currency: 'EUR', timeZone: 'Europe/Paris' },
  GB: { locale: 'en_GB', currency: 'GBP', timeZone: 'Europe/London' },
  IN: { locale: 'en_IN', currency: 'INR', timeZone: 'Asia/Kolkata' },
  JP: { locale: 'ja_JP', currency: 'JPY', timeZone: 'Asia/Tokyo' },
  SG: { locale: 'en_SG', currency: 'SGD', timeZone: 'Asia/Singapore' },
  US: { locale: 'en_US', currency: 'USD', timeZone: 'America/Los_Angeles' },
};

/** An org that nobody gave a country. */
const nowhere: CountryDefaults = { locale: 'en_US', currency: 'USD', timeZone: 'Asia/Shanghai' };

/** Takes an ISO country code, as the sign-up and the definition of a scratch org do. */
export function countryDefaults(country: string | undefined): CountryDefaults {
  if (country === undefined) return nowhere;
  const found = countries[country.toUpperCase()];
  if (found === undefined)
    throw new RangeError(`Expected a country out of ${Object.keys(countries).join(', ')}, got ${country}`);
  return found;
}
