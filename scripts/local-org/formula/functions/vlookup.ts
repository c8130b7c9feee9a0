import type { Call } from '../build/call.ts';
import { illegalArgument } from '../build/complaint.ts';
import type { ResolvedReference } from '../contract.ts';
import type { FunctionDefinition } from './definition.ts';

function columnAt(call: Call, index: number): ResolvedReference {
  const { column, node } = call.arg(index);
  if (!column) throw illegalArgument(call.name, node);
  return column;
}

/** The field of another custom object's record, found by its name. Only validation rules may ask. */
export const VLOOKUP: FunctionDefinition = {
  name: 'VLOOKUP',
  contexts: ['validation'],
  columns: true,
  build(call) {
    call.requireCount(3);
    const [returned, named] = [columnAt(call, 0), columnAt(call, 1)];
    if (!returned.column?.returned) throw illegalArgument(call.name, call.arg(0).node);
    if (!named.column?.named || named.path[1] !== returned.path[1]) throw illegalArgument(call.name, call.arg(1).node);
    const run = call.around.references.lookUp(returned, call.typed(2, 'Text'));
    call.around.markVolatile();
    return { type: returned.type === 'Id' ? 'Text' : returned.type, run };
  },
};
