import { getFieldDisplayValue, getFieldValue } from 'lightning/uiRecordApi';
import type { ObjectInfo } from 'lightning/uiObjectInfoApi';
import { meets, type FieldCriterion } from 'c/fieldCriteria';
import { inLanguage, rowsOf, valueAt } from 'c/gateData';
import { fill } from 'c/labelText';
import { labels } from './labels';

export interface Criterion extends FieldCriterion {
  readonly id: string;
  readonly title: string;
}

export interface CriterionLine {
  readonly id: string;
  readonly title: string;
  readonly met: boolean;
  readonly itemClass: string;
  readonly icon: string;
  readonly variant: string;
  readonly state: string;
  readonly now: string;
}

export function criteriaOf(data: unknown): Criterion[] {
  return rowsOf(data, 'MF_Check_Definition__c').map((node) => ({
    id: node.Id,
    title: inLanguage(node, ['Title_En__c'], ['Title_Zh__c']),
    field: String(valueAt(node, 'Criterion_Field__c')),
    operator: String(valueAt(node, 'Criterion_Operator__c')),
    value: valueAt(node, 'Criterion_Value__c') as string | null,
  }));
}

/** How the record stands to a criterion now; the field by its own word, as soon as the org has told it. */
export function criterionLine(
  criterion: Criterion,
  record: LightningRecord | undefined,
  info: ObjectInfo | undefined,
): CriterionLine {
  const field = `Opportunity.${criterion.field}`;
  const value = getFieldValue(record, field) as string | number | boolean | null;
  const met = meets(criterion, value);
  const shown = getFieldDisplayValue(record, field) ?? value ?? labels.blank;
  return {
    id: criterion.id,
    title: criterion.title,
    met,
    itemClass: met ? 'criterion met' : 'criterion open',
    icon: met ? 'utility:success' : 'utility:warning',
    variant: met ? 'success' : 'error',
    state: met ? labels.conditionMet : labels.conditionOpen,
    now: fill(labels.conditionNow, info?.fields?.[criterion.field]?.label ?? criterion.field, String(shown)),
  };
}
