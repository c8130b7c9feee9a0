const familyFirst = ['hu', 'ja', 'ko', 'vi', 'zh'];
/** From here on come the scripts of East Asia, which set no space between the two. */
const FIRST_CJK = 0x2e80;

const locale = 'LEFT(TEXT($Organization.DefaultLocaleSidKey), 2)';
const eastern = `CASE(${locale}, ${familyFirst.map((language) => `"${language}", 1`).join(', ')}, 0) = 1`;
const space = `IF(ASCII(FirstName) >= ${FIRST_CJK}, "", " ")`;

/** A person's Name, worked out from its two parts: the order is that of the company's locale. */
export const personNameFormula =
  `IF(ISBLANK(FirstName), LastName, IF(${eastern}, ` + `LastName & ${space} & FirstName, FirstName & " " & LastName))`;

/** The same for a person who is at hand. */
export function personName(first: unknown, last: unknown, companyLocale: string): string {
  const given = typeof first === 'string' ? first : '';
  const family = typeof last === 'string' ? last : '';
  if (given === '') return family;
  if (!familyFirst.includes(companyLocale.slice(0, 2))) return `${given} ${family}`;
  return (given.codePointAt(0) ?? 0) >= FIRST_CJK ? family + given : `${family} ${given}`;
}
