import { OrgError } from '../errors.ts';

/**
 * A formula that the platform would not let anyone save. The message is the platform's own, without the
 * `Error: ` that its pages put in front.
 */
export class FormulaCompileError extends OrgError {
  /** Offset into the source of the token at fault. */
  readonly position: number;

  constructor(message: string, position: number) {
    super('FIELD_INTEGRITY_EXCEPTION', message);
    this.name = 'FormulaCompileError';
    this.position = position;
  }
}

/** What the platform shows as `#Error!`: a division by zero, a date that does not exist, text that is no number. */
export class FormulaRuntimeError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'FormulaRuntimeError';
  }
}
