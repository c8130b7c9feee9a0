import { wrongType } from '../build/complaint.ts';
import { FormulaCompileError } from '../errors.ts';
import { textOrBlank } from '../value/value.ts';
import type { FunctionDefinition } from './definition.ts';

/** Comparison by the value's API name, written as a literal. The empty literal asks for "none chosen". */
const ISPICKVAL: FunctionDefinition = {
  name: 'ISPICKVAL',
  build(call) {
    call.requireCount(2);
    const field = call.arg(0);
    if (field.type !== 'Picklist') throw wrongPicklist(call.name, 'Picklist', field);
    const wanted = textOrBlank(call.literal(1));
    const { run } = field;
    return { type: 'Boolean', run: (environment) => run(environment) === wanted };
  },
};

const INCLUDES: FunctionDefinition = {
  name: 'INCLUDES',
  notInsideFlows: true,
  build(call) {
    call.requireCount(2);
    const field = call.arg(0);
    if (field.type !== 'MultiPicklist') throw wrongPicklist(call.name, 'MultiPicklist', field);
    const wanted = call.literal(1);
    const { run } = field;
    return { type: 'Boolean', run: (environment) => chosen(run(environment) as string | null).includes(wanted) };
  },
};

const PICKLISTCOUNT: FunctionDefinition = {
  name: 'PICKLISTCOUNT',
  build(call) {
    call.requireCount(1);
    const field = call.arg(0);
    if (field.type !== 'MultiPicklist') throw wrongPicklist(call.name, 'MultiPicklist', field);
    const { run } = field;
    return { type: 'Number', run: (environment) => chosen(run(environment) as string | null).length };
  },
};

/** A multi-select picklist is stored as its values with semicolons between them. */
const chosen = (stored: string | null): string[] =>
  stored === null ? [] : stored.split(';').map((value) => value.trim());

type Field = Parameters<typeof wrongType>[2];

function wrongPicklist(name: string, wanted: 'Picklist' | 'MultiPicklist', field: Field): FormulaCompileError {
  const labels = { Picklist: 'Picklist', MultiPicklist: 'Multi-Select Picklist' } as const;
  const received = field.type in labels ? labels[field.type as keyof typeof labels] : field.type;
  return new FormulaCompileError(
    `Incorrect parameter type for function '${name}()'. Expected ${labels[wanted]}, received ${received}`,
    field.node.at,
  );
}

export const PICKLIST: readonly FunctionDefinition[] = [ISPICKVAL, INCLUDES, PICKLISTCOUNT];
