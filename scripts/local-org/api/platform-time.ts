/** `2026-01-31T12:00:00.000+0000`, as every answer of the platform writes a moment. */
export function platformTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('Z', '+0000');
}
