const known = new Map<string, number>();

/** 1 Monday to 7 Sunday: the day on which weeks begin where the user lives. */
export function firstWeekday(locale: string): number {
  let day = known.get(locale);
  if (day === undefined) known.set(locale, (day = dayOf(locale.replaceAll('_', '-'))));
  return day;
}

/** TypeScript's library does not know getWeekInfo yet. */
function dayOf(tag: string): number {
  const locale = new Intl.Locale(tag) as Intl.Locale & { getWeekInfo(): { firstDay: number } };
  return locale.getWeekInfo().firstDay;
}
