import { CsvError, parse } from 'csv-parse/sync';

/** One line of a file of skill grades: what is absent stays as the org has it. */
export interface GradeLine {
  /** In the file, the header being line 1. */
  readonly line: number;
  readonly engineer: string;
  readonly skill: string;
  readonly self?: number;
  readonly manager?: number;
  readonly evidence?: number;
  /** ISO date. */
  readonly validTo?: string;
  readonly link?: string;
}

export interface ParsedGrades {
  readonly lines: readonly GradeLine[];
  /** `line 3: …`, one for each thing that is wrong. */
  readonly mistakes: readonly string[];
}

const required = ['engineer', 'skill'] as const;
const grades = ['self', 'manager', 'evidence'] as const;
const optional = [...grades, 'valid_to', 'evidence_link'] as const;
const known: ReadonlySet<string> = new Set([...required, ...optional]);

type Cells = Readonly<Record<string, string>>;

/** Reads a CSV with a header: engineer, skill and any of self, manager, evidence, valid_to, evidence_link. */
export function parseGrades(text: string): ParsedGrades {
  let rows: { record: Cells; info: { lines: number } }[];
  try {
    rows = parse(text, { bom: true, columns: headerOf, info: true, skip_empty_lines: true, trim: true });
  } catch (error) {
    if (error instanceof CsvError || error instanceof HeaderMistake) return { lines: [], mistakes: [error.message] };
    throw error;
  }
  const mistakes: string[] = [];
  const seen = new Map<string, number>();
  const lines = rows.map(({ record, info }): GradeLine => {
    const wrong = mistakesOf(record);
    const pair = `${record['engineer'] ?? ''} ${record['skill'] ?? ''}`;
    const earlier = seen.get(pair);
    if (earlier !== undefined) wrong.push(`${pair} stands on line ${earlier} already`);
    seen.set(pair, earlier ?? info.lines);
    mistakes.push(...wrong.map((words) => `line ${info.lines}: ${words}`));
    return lineOf(record, info.lines);
  });
  return { lines, mistakes };
}

class HeaderMistake extends Error {}

function headerOf(cells: readonly string[]): string[] {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  const strange = names.filter((name) => !known.has(name));
  const missing = required.filter((name) => !names.includes(name));
  const twice = names.filter((name, place) => names.indexOf(name) !== place);
  if (strange.length > 0)
    throw new HeaderMistake(`line 1: unknown column ${strange.join(', ')}; known are ${[...known].join(', ')}`);
  if (missing.length > 0) throw new HeaderMistake(`line 1: column ${missing.join(', ')} is missing`);
  if (twice.length > 0) throw new HeaderMistake(`line 1: column ${twice.join(', ')} stands twice`);
  return names;
}

function mistakesOf(record: Cells): string[] {
  const wrong: string[] = required.filter((name) => !record[name]).map((name) => `${name} is blank`);
  for (const name of grades)
    if (record[name] && !/^[1-5]$/.test(record[name]))
      wrong.push(`${name} is "${record[name]}", not a whole number from 1 to 5`);
  const until = record['valid_to'];
  if (until && !isDate(until)) wrong.push(`valid_to is "${until}", not a date such as 2027-06-30`);
  const link = record['evidence_link'];
  if (link && !/^https?:\/\/\S+$/.test(link)) wrong.push(`evidence_link is "${link}", not a web address`);
  return wrong;
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function lineOf(record: Cells, line: number): GradeLine {
  const given = grades.filter((name) => record[name]).map((name) => [name, Number(record[name])]);
  return {
    ...{ line, engineer: record['engineer'] ?? '', skill: record['skill'] ?? '' },
    ...(Object.fromEntries(given) as Partial<Record<(typeof grades)[number], number>>),
    ...(record['valid_to'] ? { validTo: record['valid_to'] } : {}),
    ...(record['evidence_link'] ? { link: record['evidence_link'] } : {}),
  };
}
