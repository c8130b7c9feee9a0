import noPermission from '@salesforce/label/c.MF_No_Permission';

/** How GraphQL says that the user may not see an object or a field: to that user it does not exist. */
const UNSEEN = /^Validation error of type FieldUndefined\b/;

interface FieldError {
  readonly message: string;
  readonly fieldLabel?: string;
}

interface ErrorBody {
  readonly message?: string;
  readonly output?: {
    readonly errors?: readonly FieldError[];
    readonly fieldErrors?: Readonly<Record<string, readonly FieldError[]>>;
  };
}

/**
 * The lines of an error from a wire, a record write, GraphQL or a script. Record errors come first and are not
 * repeated; the general sentence of the platform is left out where it says less than they do.
 */
export function reduceErrors(problem: unknown): string[] {
  const problems = Array.isArray(problem) ? problem : [problem];
  const lines = problems.filter(Boolean).flatMap((one: unknown) => linesOf(one));
  return [...new Set(lines)];
}

function linesOf(problem: unknown): string[] {
  const body = (problem as { body?: ErrorBody | readonly ErrorBody[] }).body;
  if (Array.isArray(body)) return body.map((one: ErrorBody) => one.message ?? '').filter(Boolean);
  const output = (body as ErrorBody | undefined)?.output;
  const records = (output?.errors ?? []).map((error) => error.message);
  const fields = Object.values(output?.fieldErrors ?? {}).flatMap((errors) => errors.map((error) => error.message));
  if (records.length + fields.length > 0) return [...records, ...fields];
  const message = (body as ErrorBody | undefined)?.message ?? (problem as { message?: string }).message;
  if (message && UNSEEN.test(message)) return [noPermission];
  return message ? [message] : [String(problem)];
}
