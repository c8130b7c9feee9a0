/** One refusal of the org, sorted into what belongs to a field and what belongs to the page. */
export interface Refusal {
  readonly message: string;
  readonly page: readonly string[];
  readonly fields: Readonly<Record<string, readonly string[]>>;
}

interface RecordError {
  readonly message: string;
  readonly field?: string | null;
}

interface FailureBody {
  readonly message?: string;
  readonly output?: {
    readonly errors?: readonly RecordError[];
    readonly fieldErrors?: Readonly<Record<string, readonly RecordError[]>>;
  };
}

export function refusalOf(failure: unknown): Refusal {
  const body = (failure as { body?: unknown }).body ?? failure;
  const bodies = [body].flat() as (FailureBody | undefined)[];
  const page: string[] = [];
  const fields: Record<string, readonly string[]> = {};
  for (const each of bodies) {
    page.push(...(each?.output?.errors ?? []).map(({ message }) => message));
    for (const [name, errors] of Object.entries(each?.output?.fieldErrors ?? {})) {
      fields[name] = [...(fields[name] ?? []), ...errors.map(({ message }) => message)];
    }
  }
  const said = bodies.map((each) => each?.message).filter((text): text is string => typeof text === 'string');
  const detailed = page.length > 0 || Object.keys(fields).length > 0;
  return {
    message: said.join(' ') || (failure instanceof Error ? failure.message : String(failure)),
    page: detailed ? page : said,
    fields,
  };
}

/** Every sentence of the refusal, page first. */
export function sentencesOf(failure: unknown): string[] {
  const { message, page, fields } = refusalOf(failure);
  const all = [...new Set([...page, ...Object.values(fields).flat()])];
  return all.length > 0 ? all : [message];
}
