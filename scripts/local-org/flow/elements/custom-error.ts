import { fail } from '../../save/save-item.ts';
import type { Part } from '../flow-content.ts';
import type { Element } from '../flow-plan.ts';
import { FlowFault } from '../flow-value.ts';
import { frameOf, type Interview } from '../interview.ts';
import { mergeText } from '../merge-text.ts';

/** Refuses the record with the flow's own words. What follows may add further ones. */
export function customError(element: Part<'customErrors'>): Element {
  return {
    kind: 'immediate',
    name: element.name ?? '',
    run: (interview) => {
      const { item } = interview;
      if (item === undefined) throw new FlowFault('A custom error needs a record that is being saved');
      for (const { errorMessage = '', isFieldError, fieldSelection } of element.customErrorMessages ?? []) {
        const fields =
          isFieldError === true && fieldSelection !== undefined ? [fieldName(interview, fieldSelection)] : [];
        fail(item, 'FIELD_CUSTOM_VALIDATION_EXCEPTION', mergeText(interview, errorMessage), fields);
      }
      frameOf(interview).at = element.connector?.targetReference;
    },
  };
}

/** The file may say `StageName` or `$Record.StageName`. */
function fieldName(interview: Interview, selection: string): string {
  const name = selection.slice(selection.lastIndexOf('.') + 1);
  return interview.record?.type.field(name)?.name ?? name;
}
