import type { BusinessProcess, RecordType } from '@salesforce/types/metadata';
import { decodeValueName } from '../../schema/content.ts';
import { checkName, limitText, ownerOf, refuseTwice, requireComponent, shortName } from './common-checks.ts';
import type { Rule } from './rule.ts';

/** The field whose values a business process chooses from. */
const processFields: Readonly<Record<string, string>> = { Opportunity: 'StageName', Lead: 'Status' };

export const recordType: Rule<RecordType> = (recordType, context) => {
  const owner = ownerOf(context);
  checkName(context, shortName(context.fullName), 80, 'Record Type Name');
  limitText(context, recordType, 'label', 80, 'Label');
  limitText(context, recordType, 'description', 255, 'Description');
  if (!owner) return;
  if (owner.name in processFields) {
    if (!recordType.businessProcess) context.report('Required field is missing: businessProcess');
    else
      requireComponent(
        context,
        'BusinessProcess',
        `${owner.name}.${recordType.businessProcess}`,
        recordType,
        'businessProcess',
      );
  } else if (recordType.businessProcess) {
    context.report(
      `Can not specify 'businessProcess' for a record type of ${owner.name}`,
      recordType,
      'businessProcess',
    );
  }
  if (recordType.compactLayoutAssignment && recordType.compactLayoutAssignment !== 'SYSTEM') {
    requireComponent(
      context,
      'CompactLayout',
      `${owner.name}.${recordType.compactLayoutAssignment}`,
      recordType,
      'compactLayoutAssignment',
    );
  }
  refuseTwice(
    context,
    recordType.picklistValues.map((each) => [each.picklist, each] as const),
    (name) => `Duplicate picklist ${name} in the record type`,
  );
  for (const each of recordType.picklistValues) {
    const field = owner.field(each.picklist);
    if (!field?.picklist) {
      context.report(
        `In field: picklist - no CustomField named ${owner.name}.${each.picklist} found`,
        each,
        'picklist',
      );
      continue;
    }
    const known = new Set(field.picklist.values.map((value) => value.value));
    for (const value of each.values) {
      const name = decodeValueName(value.fullName ?? '');
      if (!known.has(name)) context.report(`Picklist value: ${name} in picklist: ${each.picklist} not found`, value);
    }
  }
};

export const businessProcess: Rule<BusinessProcess> = (process, context) => {
  const owner = ownerOf(context);
  limitText(context, process, 'description', 255, 'Description');
  const name = shortName(context.fullName);
  if (name.length > 80) context.report(`Name: data value too large: ${name} (max length=80)`);
  const fieldName = owner && processFields[owner.name];
  if (!owner || !fieldName) {
    if (owner) context.report(`Business processes are not available for ${owner.name}`);
    return;
  }
  const known = new Set(owner.field(fieldName)?.picklist?.values.map((value) => value.value));
  if (process.values.length === 0) context.report('Required field is missing: values');
  for (const value of process.values) {
    const stage = decodeValueName(value.fullName ?? '');
    if (!known.has(stage)) context.report(`Picklist value: ${stage} in picklist: ${fieldName} not found`, value);
  }
  refuseTwice(
    context,
    process.values.map((value) => [decodeValueName(value.fullName ?? ''), value] as const),
    (each) => `Duplicate value: ${each}`,
  );
};
