import type { Call } from '../build/call.ts';
import { FormulaCompileError } from '../errors.ts';
import type { FormulaReference, FormulaValue } from '../contract.ts';
import { illegalArgument } from '../build/complaint.ts';
import { CHANGE_CONTEXTS, type FunctionDefinition } from './definition.ts';

/** The functions that look at the save in progress. None of them may look over a relationship. */

function ownField(call: Call): FormulaReference {
  call.requireCount(1);
  const { node, reference } = call.arg(0);
  if (!reference || node.kind !== 'reference') throw illegalArgument(call.name, node);
  const inRecord = call.around.scope.context === 'flow' && /^\$record$/i.test(reference.path[0] ?? '');
  if (reference.path.length > (inRecord ? 2 : 1) || (!inRecord && node.name.startsWith('$'))) {
    throw new FormulaCompileError(
      `The ${call.name.toUpperCase()} function cannot reference the ${node.name} field.`,
      node.at,
    );
  }
  return reference;
}

const PRIORVALUE: FunctionDefinition = {
  name: 'PRIORVALUE',
  contexts: CHANGE_CONTEXTS,
  notInsideFlows: true,
  build(call) {
    const reference = ownField(call);
    call.around.markVolatile();
    return { type: call.arg(0).type, run: call.around.references.prior(reference), reference };
  },
};

const ISCHANGED: FunctionDefinition = {
  name: 'ISCHANGED',
  contexts: CHANGE_CONTEXTS,
  build(call) {
    const reference = ownField(call);
    call.around.markVolatile();
    return {
      type: 'Boolean',
      run: (environment) =>
        !environment.isNew && comparable(environment.value(reference)) !== comparable(environment.prior(reference)),
    };
  },
};

/** Line ends do not count as a change, and an unset checkbox is an unchecked one. */
function comparable(value: FormulaValue): FormulaValue {
  if (typeof value === 'string') return value === '' ? null : value.replaceAll('\r\n', '\n');
  return value === false ? null : value;
}

const flag = (name: 'ISNEW' | 'ISCLONE', property: 'isNew' | 'isClone'): FunctionDefinition => ({
  name,
  contexts: CHANGE_CONTEXTS,
  build(call) {
    call.requireCount(0);
    call.around.markVolatile();
    return { type: 'Boolean', run: (environment) => environment[property] };
  },
});

export const RECORD: readonly FunctionDefinition[] = [
  PRIORVALUE,
  ISCHANGED,
  flag('ISNEW', 'isNew'),
  flag('ISCLONE', 'isClone'),
];
