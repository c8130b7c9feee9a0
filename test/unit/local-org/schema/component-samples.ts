import type { Component } from '../../../../scripts/local-org/schema/model.ts';

/** A deployed component with the stamps that no test looks at. */
export function component(
  type: string,
  fullName: string,
  content: Record<string, unknown>,
  more: Partial<Component> = {},
): Component {
  const stamp = '2026-01-05T08:00:00.000Z';
  const by = '005000000000001AAA';
  const stamps = { createdDate: stamp, lastModifiedDate: stamp, createdById: by, lastModifiedById: by };
  return { type, fullName, content, id: `000000000000${type.length}AAA`, ...stamps, ...more };
}

/** An object below Opportunity with one of its own children, as a project deploys it. */
export const projectComponents: readonly Component[] = [
  component('CustomObject', 'Visit__c', {
    label: 'Visit',
    pluralLabel: 'Visits',
    sharingModel: 'ControlledByParent',
    nameField: { type: 'AutoNumber', label: 'Number', displayFormat: 'V-{0000}' },
  }),
  component('CustomField', 'Visit__c.Opportunity__c', {
    type: 'MasterDetail',
    label: 'Opportunity',
    referenceTo: 'Opportunity',
    relationshipName: 'Visits',
    relationshipOrder: 0,
    writeRequiresMasterRead: true,
  }),
  component('CustomField', 'Visit__c.Cost__c', { type: 'Currency', label: 'Cost', precision: 16, scale: 2 }),
  component('CustomField', 'Opportunity.Visit_Cost__c', {
    type: 'Summary',
    label: 'Visit Cost',
    summaryForeignKey: 'Visit__c.Opportunity__c',
    summaryOperation: 'sum',
    summarizedField: 'Visit__c.Cost__c',
    summaryFilterItems: [{ field: 'Visit__c.Cost__c', operation: 'greaterThan', value: '0' }],
  }),
  component('CustomField', 'Opportunity.Is_Visited__c', {
    type: 'Checkbox',
    label: 'Is Visited',
    formula: 'Visit_Cost__c > 0',
    formulaTreatBlanksAs: 'BlankAsZero',
  }),
  component('CustomField', 'Opportunity.Region__c', {
    type: 'Picklist',
    label: 'Region',
    required: true,
    valueSet: {
      restricted: true,
      valueSetDefinition: { sorted: false, value: [{ fullName: 'East', default: true, label: 'East' }] },
    },
  }),
  component('CustomObjectTranslation', 'Opportunity-zh_CN', {
    fields: [{ name: 'Region__c', label: '区域', picklistValues: [{ masterLabel: 'East', translation: '东区' }] }],
  }),
];
