import type { Position } from '../xml/parse-xml.ts';
import type { TypedContent } from '../xml/read-typed.ts';

export interface Problem extends Position {
  readonly message: string;
  readonly kind: 'Error' | 'Warning';
}

/** One component of a package on its way into the org. */
export interface Draft {
  readonly type: string;
  readonly fullName: string;
  /** Path inside the package, root folder included. */
  readonly fileName: string;
  readonly content: TypedContent;
  readonly files?: Readonly<Record<string, Uint8Array>>;
  readonly position: Position;
  readonly problems: Problem[];
}

export const draftKey = (type: string, fullName: string): string => `${type}:${fullName.toLowerCase()}`;
export const hasFailed = (draft: Draft): boolean => draft.problems.some((problem) => problem.kind === 'Error');
