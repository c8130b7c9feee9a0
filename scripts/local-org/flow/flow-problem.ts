import { OrgError } from '../errors.ts';

/** What is wrong with a flow and where in its file: `at` is the part, `field` a tag inside of it. */
export class FlowProblem extends OrgError {
  readonly at: object;
  readonly field: string | undefined;

  constructor(error: OrgError, place: { readonly at: object; readonly field?: string | undefined }, title?: string) {
    super(error.code, title === undefined ? error.message : `${title} - ${error.message}`, {
      httpStatus: error.httpStatus,
      cause: error,
    });
    this.name = 'FlowProblem';
    this.at = place.at;
    this.field = place.field;
  }
}

/** Gives what goes wrong its place, unless a part further inside did so already. */
export function located<T>(at: object, field: string | undefined, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof OrgError) || error instanceof FlowProblem) throw error;
    throw new FlowProblem(error, { at, field });
  }
}

export const integrityError = (message: string): OrgError => new OrgError('FIELD_INTEGRITY_EXCEPTION', message);

/** Everything that is wrong with one flow, so that a deploy can say it all at once. */
export class FlowProblems {
  readonly found: FlowProblem[] = [];

  /** Runs work on a part; `title` is what the platform calls the part, as in `Find_It (Get Records)`. */
  collect<T>(part: object, title: string | undefined, work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof OrgError)) throw error;
      const place = error instanceof FlowProblem ? error : { at: part };
      this.found.push(new FlowProblem(error, place, title));
      return undefined;
    }
  }
}

/** What the platform calls a part of a flow. */
export const titleOf = (part: { readonly name?: string }, label: string): string => `${part.name ?? ''} (${label})`;
