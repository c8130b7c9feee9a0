import { NotSupportedError } from '../../errors.ts';
import { assign, combined, OPERATORS } from '../assign.ts';
import type { Part } from '../flow-content.ts';
import type { Element } from '../flow-plan.ts';
import { located } from '../flow-problem.ts';
import { valueOf } from '../flow-values.ts';
import { frameOf } from '../interview.ts';

export function assignment(element: Part<'assignments'>): Element {
  const next = element.connector?.targetReference;
  const items = (element.assignmentItems ?? []).map((item) => {
    const { assignToReference = '', operator = 'Assign', value } = item;
    if (!OPERATORS.has(operator)) {
      located(item, 'operator', () => {
        throw new NotSupportedError(`Flow assignment operator ${operator}`);
      });
    }
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
