import { NotSupportedError } from '../../errors.ts';
import { assign, combined, OPERATORS } from '../assign.ts';
import type { Part } from '../flow-content.ts';
import type { Element, FlowContext, FlowVariable } from '../flow-plan.ts';
import { integrityError, located } from '../flow-problem.ts';
import { valueOf } from '../flow-values.ts';
import { frameOf } from '../interview.ts';

export function assignment(element: Part<'assignments'>, context: FlowContext): Element {
  const next = element.connector?.targetReference;
  const items = (element.assignmentItems ?? []).map((item) => {
    const { assignToReference = '', operator = 'Assign', value } = item;
    if (!OPERATORS.has(operator)) {
      located(item, 'operator', () => {
        throw new NotSupportedError(`Flow assignment operator ${operator}`);
      });
    }
    located(item, 'operator', () => checkOperator(context.variables.get(assignToReference), operator));
    return { assignToReference, operator, value };
  });
  return {
    kind: 'immediate',
    name: element.name ?? '',
    run: (interview) => {
      for (const { assignToReference, operator, value } of items) {
        assign(
          interview,
          assignToReference,
          combined(interview, assignToReference, operator, valueOf(interview, value)),
        );
      }
      frameOf(interview).at = next;
    },
  };
}

/** A single checkbox or record can only be set. */
function checkOperator(variable: FlowVariable | undefined, operator: string): void {
  if (variable === undefined || variable.isCollection || operator === 'Assign') return;
  if (variable.dataType !== 'Boolean' && variable.dataType !== 'SObject') return;
  throw integrityError(
    `The assignment operator "${operator}" is not available for "${variable.name}", a single ${variable.dataType}.`,
  );
}
