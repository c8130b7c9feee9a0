const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const SUFFIX = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
/** Two characters of instance and one reserved, as in ids of the platform. */
const INSTANCE = 'LO0';

/** The three characters that make a 15-character id safe for tools that ignore case: one bit per capital letter. */
function checksum(id15: string): string {
  let suffix = '';
  for (let block = 0; block < 15; block += 5) {
    let bits = 0;
    for (let place = 0; place < 5; place++) {
      const character = id15.charCodeAt(block + place);
      if (character >= 65 && character <= 90) bits |= 1 << place;
    }
    suffix += SUFFIX.charAt(bits);
  }
  return suffix;
}

/** Numbers in ascending order give ids in ascending byte order. */
export function idFromNumber(keyPrefix: string, number: number): string {
  let digits = '';
  for (let rest = number; rest > 0; rest = Math.floor(rest / 62)) digits = ALPHABET.charAt(rest % 62) + digits;
  const id15 = keyPrefix + INSTANCE + digits.padStart(9, '0');
  return id15 + checksum(id15);
}

/** The 18-character form, or undefined when the text is no id at all (wrong length, characters or checksum). */
export function normalizeId(text: string): string | undefined {
  if (text.length === 18 && isWhole(text)) return text;
  if (!/^[0-9A-Za-z]+$/.test(text)) return undefined;
  if (text.length === 15) return text + checksum(text);
  if (text.length !== 18) return undefined;
  const id15 = text.slice(0, 15);
  const suffix = text.slice(15).toUpperCase();
  if (checksum(id15) === suffix) return id15 + suffix;
  const lostCase = id15 === id15.toLowerCase() || id15 === id15.toUpperCase();
  return lostCase ? restoreCase(id15, suffix) : undefined;
}

/** Eighteen characters with the suffix that the first fifteen ask for: what nearly every id is. */
function isWhole(id: string): boolean {
  for (let block = 0; block < 3; block++) {
    let bits = 0;
    for (let place = 0; place < 5; place++) {
      const code = id.charCodeAt(block * 5 + place);
      if (code >= 65 && code <= 90) bits |= 1 << place;
      else if (!((code >= 97 && code <= 122) || (code >= 48 && code <= 57))) return false;
    }
    if (id.charCodeAt(15 + block) !== SUFFIX.charCodeAt(bits)) return false;
  }
  return true;
}

/** An 18-character id may arrive with its case lost; its suffix says which letters are capitals. */
function restoreCase(id15: string, suffix: string): string | undefined {
  let restored = '';
  for (let place = 0; place < 15; place++) {
    const bits = SUFFIX.indexOf(suffix[Math.floor(place / 5)] ?? '');
    if (bits < 0) return undefined;
    const character = id15[place] ?? '';
    restored += bits & (1 << (place % 5)) ? character.toUpperCase() : character.toLowerCase();
  }
  return checksum(restored) === suffix ? restored + suffix : undefined;
}
