/** SQLite folds the case of ASCII alone. Text with other letters of two cases is compared by its variants or by a slower function. */
export function needsFolding(text: string): boolean {
  if (!/[^\x00-\x7f]/.test(text)) return false;
  return [...text].some((character) => character > '\x7f' && character.toLowerCase() !== character.toUpperCase());
}

const MOST_VARIANTS = 64;

/**
 * Every spelling of a text that equals it without regard to case, ASCII letters aside; undefined when these are too
 * many. A list of spellings can use an index where a function on the column cannot.
 */
export function caseVariants(text: string): string[] | undefined {
  let variants = [''];
  for (const character of text) {
    const spellings = character > '\x7f' ? spellingsOf(character.toLowerCase()) : [character];
    if (variants.length * spellings.length > MOST_VARIANTS) return undefined;
    variants = variants.flatMap((variant) => spellings.map((spelling) => variant + spelling));
  }
  return variants;
}

let spellings: Map<string, string[]> | undefined;

function spellingsOf(lower: string): string[] {
  return (spellings ??= allSpellings()).get(lower) ?? [lower];
}

/** Lower case → all letters that become it: σ has three. */
function allSpellings(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (let code = 0x80; code <= 0x1ffff; code++) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    const letter = String.fromCodePoint(code);
    const lower = letter.toLowerCase();
    if (lower !== letter) found.set(lower, [...(found.get(lower) ?? [lower]), letter]);
  }
  return found;
}
