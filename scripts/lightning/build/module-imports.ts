/** The modules that a built one imports before it runs, by specifier. esbuild writes each import on a line of its own. */
export function importsOf(source: string): string[] {
  const found = source.matchAll(/^(?:import|export)\b(?:[^"'\n;]*\bfrom)?\s*"([^"\n]+)";?$/gm);
  return [...new Set([...found].map((match) => match[1] as string))];
}
