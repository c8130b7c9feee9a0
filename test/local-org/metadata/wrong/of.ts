import { file } from '../local-package.ts';
import type { Wrong } from './wrong.ts';

interface Kind {
  readonly type: string;
  readonly path: string;
  readonly name: string;
  readonly tag?: string;
}

/** A component of one type whose file is given: what is wrong, its inside, what the org says. */
export const of =
  ({ type, path, name, tag = type }: Kind) =>
  (mistake: string, inside: string, says: string): Wrong => ({
    mistake: `a ${type} with ${mistake}`,
    members: [`${type}: ${name}`],
    files: { [path]: file(tag, inside) },
    says,
  });
