import type { CustomField, FilterItem } from '@salesforce/types/metadata';
import type { Field, SObjectType } from '../../schema/model.ts';
import type { RuleContext } from './rule.ts';

const MAX_SUMMARIES = 25;
const sums = new Set(['double', 'int', 'currency', 'percent']);
const extremes = new Set([...sums, 'date', 'datetime']);

/** A roll-up adds up details of this object; its filters may only use what the platform can keep up to date. */
export function checkSummary(field: CustomField, owner: SObjectType, context: RuleContext): void {
  if (field.type !== 'Summary' || !field.summaryForeignKey) return;
  const [childName = '', keyName = ''] = field.summaryForeignKey.split('.');
  const child = context.schema.object(childName);
  const key = child?.field(keyName);
  const isDetail = key?.reference?.kind === 'MasterDetail' || (key?.reference?.onDelete === 'Cascade' && !key.custom);
  if (!child || !key) {
    return context.report(
      `In field: summaryForeignKey - no CustomField named ${field.summaryForeignKey} found`,
      field,
      'summaryForeignKey',
    );
  }
  if (!isDetail || !key.reference?.to.includes(owner.name)) {
    return context.report(
      `summaryForeignKey ${field.summaryForeignKey} is not a master-detail field to ${owner.name}`,
      field,
      'summaryForeignKey',
    );
  }
  checkSummarized(field, child, context);
  for (const item of field.summaryFilterItems) checkFilter(item, child, context);
  const count = owner.fields.filter((each) => each.summary).length;
  if (count > MAX_SUMMARIES)
    context.report(`Roll-up summary field limit exceeded: ${owner.name} has ${count} of ${MAX_SUMMARIES}`);
}

function checkSummarized(field: CustomField, child: SObjectType, context: RuleContext): void {
  const { summaryOperation: operation, summarizedField } = field;
  if (operation === 'count') {
    if (summarizedField)
      context.report("Can not specify 'summarizedField' for a Summary of operation count", field, 'summarizedField');
    return;
  }
  if (!summarizedField) return context.report(`Must specify 'summarizedField' for a Summary of operation ${operation}`);
  const [objectName = '', name = ''] = summarizedField.split('.');
  const summed = objectName.toLowerCase() === child.name.toLowerCase() ? child.field(name) : undefined;
  if (!summed) {
    return context.report(
      `In field: summarizedField - no CustomField named ${summarizedField} found`,
      field,
      'summarizedField',
    );
  }
  const allowed = operation === 'sum' ? sums : extremes;
  if (!allowed.has(summed.type)) {
    context.report(
      `Field ${summarizedField} of type ${summed.type} cannot be summarized by ${operation}`,
      field,
      'summarizedField',
    );
  }
  if (summed.formula && /\b\w+__r\./i.test(summed.formula.source)) {
    context.report(
      `Field ${summarizedField} cannot be summarized: its formula refers to another object`,
      field,
      'summarizedField',
    );
  }
}

function checkFilter(item: FilterItem, child: SObjectType, context: RuleContext): void {
  const [objectName = '', name = ''] = item.field.split('.');
  const filtered = objectName.toLowerCase() === child.name.toLowerCase() ? child.field(name) : undefined;
  if (!filtered) return context.report(`In field: field - no CustomField named ${item.field} found`, item, 'field');
  const reason = whyNot(filtered);
  if (reason)
    context.report(`Field ${item.field} cannot be used in a roll-up summary filter: ${reason}`, item, 'field');
  if (item.valueField !== undefined)
    context.report('A roll-up summary filter compares with a value, not with a field', item, 'valueField');
}

function whyNot(field: Field): string | undefined {
  if (field.type === 'textarea' && (field.length ?? 0) > 255) return 'it is a long text area';
  if (field.type === 'multipicklist' && field.formula) return 'it is a multi-select picklist formula';
  if (field.formula && /\b\w+__r\.|\$|\b(TODAY|NOW)\s*\(/i.test(field.formula.source)) {
    return 'its formula refers to another object, a global or the current time';
  }
  return undefined;
}
