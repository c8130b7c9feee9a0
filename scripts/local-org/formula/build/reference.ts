import type {
  FormulaEnvironment,
  FormulaReference,
  FormulaScope,
  FormulaType,
  FormulaValue,
  ResolvedReference,
} from '../contract.ts';
import { FormulaCompileError } from '../errors.ts';
import type { Node } from '../syntax/ast.ts';
import { dateFromStore, dateTimeFromStore, timeFromStore } from '../value/date.ts';
import { divide, type Numeric } from '../value/decimal.ts';
import { locate } from '../value/globe.ts';
import { textOrBlank, type Value } from '../value/value.ts';
import { unknownField } from './complaint.ts';
import type { Run, StaticType, Typed } from './typed.ts';

type ReferenceNode = Extract<Node, { kind: 'reference' }>;

/** The fields a formula names, each once, in the order of their first mention. */
export class References {
  readonly all: FormulaReference[] = [];
  readonly #scope: FormulaScope;
  readonly #blanks: 'zero' | 'blank';

  constructor(scope: FormulaScope, blanks: 'zero' | 'blank') {
    this.#scope = scope;
    this.#blanks = blanks;
  }

  build(node: ReferenceNode): Typed {
    const resolved = this.#resolve(node);
    if (!resolved) throw unknownField(node.name, node.at);
    if (resolved.unsupported) throw unsupported(resolved.unsupported, node);
    if (resolved.column) return { type: 'Column', run: () => null, node, column: resolved, size: 18 };
    if (resolved.location) return this.#location(node, resolved.location);
    const reference = this.#intern(resolved);
    const run = reader(reference, this.#scope, this.#blanks, (environment) => environment.value(reference));
    const size = resolved.compiledSize ?? 18 + 12 * (reference.path.length - 1);
    return { type: staticType(reference.type), run, node, reference, size };
  }

  /** A geolocation is read by its two coordinates, which are blank together. */
  #location(node: ReferenceNode, location: NonNullable<ResolvedReference['location']>): Typed {
    const coordinate = (path: readonly string[]): Run => {
      const reference = this.#intern({ type: 'Number', path });
      return reader(reference, this.#scope, 'blank', (environment) => environment.value(reference));
    };
    const [latitude, longitude] = [coordinate(location[0]), coordinate(location[1])];
    const run: Run = (environment) =>
      locate(latitude(environment) as Numeric | null, longitude(environment) as Numeric | null);
    return { type: 'Location', run, node, size: 18 };
  }

  /** The same field before the save. A new record has no past: PRIORVALUE is then the present value. */
  prior(reference: FormulaReference): Run {
    return reader(reference, this.#scope, this.#blanks, (environment) =>
      environment.isNew ? environment.value(reference) : environment.prior(reference),
    );
  }

  /** The column in the record that has this name. */
  lookUp(column: ResolvedReference, name: Run): Run {
    return reader(column, this.#scope, this.#blanks, (environment) => {
      if (!environment.lookUp) throw new TypeError('Expected an environment that looks records up');
      const wanted = name(environment);
      return wanted === null ? null : environment.lookUp(column, wanted as string);
    });
  }

  /** What is wrong with the formula of a field that is named is wrong here. */
  #resolve(node: ReferenceNode): ResolvedReference | undefined {
    try {
      return this.#scope.resolve(node.name.split('.'));
    } catch (error) {
      throw error instanceof FormulaCompileError ? new FormulaCompileError(error.message, node.at) : error;
    }
  }

  #intern(resolved: ResolvedReference): FormulaReference {
    const key = resolved.path.join('.');
    const known = this.all.find((reference) => reference.path.join('.') === key);
    if (known) return known;
    const reference = { ...resolved, index: this.all.length };
    this.all.push(reference);
    return reference;
  }
}

function unsupported(type: string, node: ReferenceNode): FormulaCompileError {
  const sentence = `You referenced an unsupported field type called "${type}" using the following field: ${node.name}`;
  return new FormulaCompileError(sentence, node.at);
}

const staticType = (type: FormulaType): StaticType => (type === 'Id' ? 'Text' : type);

type Get = (environment: FormulaEnvironment) => FormulaValue;

function reader(reference: ResolvedReference, scope: FormulaScope, blanks: 'zero' | 'blank', get: Get): Run {
  switch (reference.type) {
    case 'Number':
      return numberReader(get, reference.percent === true, blanks === 'zero' ? 0 : null);
    case 'Date':
      return convert(get, dateFromStore);
    case 'DateTime':
      return convert(get, dateTimeFromStore);
    case 'Time':
      return convert(get, timeFromStore);
    case 'Boolean':
      // A checkbox reached over an empty lookup is unchecked, not blank.
      return (environment) => get(environment) === true;
    case 'Id':
      return scope.context === 'flow' || scope.context === 'default'
        ? convert(get, textOrBlank)
        : convert(get, shortId);
    default:
      return convert(get, textOrBlank);
  }
}

/** Outside flows a formula sees ids with 15 characters; CASESAFEID makes them 18. */
const shortId = (id: string): string => id.slice(0, 15);

function numberReader(get: Get, percent: boolean, blank: 0 | null): Run {
  return (environment) => {
    const value = get(environment);
    if (value === null) return blank;
    return percent ? divide(Number(value), 100) : Number(value);
  };
}

function convert(get: Get, from: (stored: string) => Value): Run {
  return (environment) => {
    const value = get(environment);
    return value === null ? null : from(String(value));
  };
}
