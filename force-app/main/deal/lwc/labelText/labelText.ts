/** Fills {0}, {1} … of a label. */
export function fill(label: string, ...values: readonly (string | number)[]): string {
  return values.reduce<string>((text, value, index) => text.replace(`{${index}}`, String(value)), label);
}
