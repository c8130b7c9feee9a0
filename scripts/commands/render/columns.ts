/** Characters that take two columns in a terminal: Chinese, full width forms, emoji. */
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3ffff}]|\p{Extended_Pictographic}/u;

export function displayWidth(text: string): number {
  return [...text].reduce((width, character) => width + (wide.test(character) ? 2 : 1), 0);
}

/** Label and value of each row, the values under each other whatever script the labels are written in. */
export function alignColumns(rows: readonly (readonly [label: string, value: string])[]): string[] {
  const widest = Math.max(0, ...rows.map(([label]) => displayWidth(label)));
  return rows.map(([label, value]) => `  ${label}${' '.repeat(widest - displayWidth(label))}  ${value}`);
}
