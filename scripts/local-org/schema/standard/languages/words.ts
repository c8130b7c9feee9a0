/** The platform's own words in one language, by the English ones. */
export interface LanguageWords {
  /** Object name → label; languages without a plural form use it for both. */
  readonly objects: ReadonlyMap<string, string>;
  /** English field label → label; `Object.Field` where one object says it differently. */
  readonly fields: ReadonlyMap<string, string>;
  /** English label of a picklist value → label. */
  readonly values: ReadonlyMap<string, string>;
  /** Headings, list views and other words of the pages. */
  readonly pages: ReadonlyMap<string, string>;
}

/** `Close Date = 结束日期 | Stage = 阶段`, over as many lines as there are groups. */
export function wordTable(text: string): ReadonlyMap<string, string> {
  const pairs = text.split(/[|\n]/).map((pair) => pair.trim());
  return new Map(
    pairs
      .filter((pair) => pair !== '')
      .map((pair) => {
        const at = pair.indexOf(' = ');
        if (at < 1) throw new TypeError(`Expected "English = word", got "${pair}"`);
        return [pair.slice(0, at), pair.slice(at + 3)];
      }),
  );
}
