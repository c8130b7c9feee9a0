import { assign, combined } from '../assign.ts';
import type { FlowContent } from '../flow-content.ts';
import type { Element } from '../flow-plan.ts';
import { valueOf } from '../flow-values.ts';
import { frameOf } from '../interview.ts';

export function assignments(content: FlowContent): Element[] {
  return (content.assignments ?? []).map((element) => {
    const next = element.connector?.targetReference;
    const items = element.assignmentItems ?? [];
    return {
      kind: 'immediate',
      name: element.name ?? '',
      run: (interview) => {
        for (const { assignToReference = '', operator = 'Assign', value } of items) {
          assign(
            interview,
            assignToReference,
            combined(interview, assignToReference, operator, valueOf(interview, value)),
          );
        }
        frameOf(interview).at = next;
      },
    };
  });
}
