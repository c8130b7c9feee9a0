import type { Component } from '../../../../scripts/local-org/schema/model.ts';
import { component } from '../schema/component-samples.ts';

const field = (fullName: string, content: Record<string, unknown>): Component =>
  component('CustomField', fullName, content);

const rule = (
  fullName: string,
  errorConditionFormula: string,
  errorMessage: string,
  errorDisplayField?: string,
): Component =>
  component('ValidationRule', fullName, { active: true, errorConditionFormula, errorMessage, errorDisplayField });

const detail = (name: string, plural: string): Component =>
  component('CustomObject', name, {
    label: name.replace('__c', ''),
    pluralLabel: plural,
    sharingModel: 'ControlledByParent',
    nameField: { type: 'Text', label: 'Name' },
  });

const masterDetail = (fullName: string, referenceTo: string, relationshipName: string): Component =>
  field(fullName, { type: 'MasterDetail', label: referenceTo, referenceTo, relationshipName, relationshipOrder: 0 });

const rollUp = (fullName: string, more: Record<string, unknown>): Component =>
  field(fullName, { type: 'Summary', label: fullName, summaryForeignKey: 'Item__c.Door__c', ...more });

/** A wall in small: an opportunity leaves its stage only when its door is open, which its items decide by roll-ups. */
export const gateComponents: readonly Component[] = [
  detail('Door__c', 'Doors'),
  masterDetail('Door__c.Opportunity__c', 'Opportunity', 'Doors'),
  field('Door__c.Closed_By_Force__c', { type: 'Checkbox', label: 'Closed by force', defaultValue: 'false' }),
  rollUp('Door__c.Items__c', { summaryOperation: 'count' }),
  rollUp('Door__c.Weight__c', { summaryOperation: 'sum', summarizedField: 'Item__c.Weight__c' }),
  rollUp('Door__c.Open_Items__c', {
    summaryOperation: 'count',
    summaryFilterItems: [{ field: 'Item__c.Is_Open__c', operation: 'equals', value: 'True' }],
  }),
  rollUp('Door__c.Earliest__c', { summaryOperation: 'min', summarizedField: 'Item__c.Due__c' }),
  field('Door__c.Is_Open__c', {
    type: 'Checkbox',
    label: 'Is open',
    formula: 'AND(Items__c > 0, Open_Items__c = 0)',
    formulaTreatBlanksAs: 'BlankAsZero',
  }),
  rule('Door__c.Not_Too_Heavy', 'Weight__c > 100', 'The items of this door are too heavy'),
  rule('Door__c.Weight_Is_Frozen', 'AND(Closed_By_Force__c, ISCHANGED(Weight__c))', 'This door takes no more items'),
  detail('Item__c', 'Items'),
  masterDetail('Item__c.Door__c', 'Door__c', 'Items'),
  field('Item__c.Weight__c', { type: 'Number', label: 'Weight', precision: 6, scale: 2, required: true }),
  field('Item__c.Passed__c', { type: 'Checkbox', label: 'Passed', defaultValue: 'false' }),
  field('Item__c.Due__c', { type: 'Date', label: 'Due' }),
  field('Item__c.Key__c', { type: 'Text', label: 'Key', length: 20, unique: true, externalId: true }),
  field('Item__c.Is_Open__c', { type: 'Checkbox', label: 'Is open', formula: 'NOT(Passed__c)' }),
  rule('Item__c.Due_Is_Not_Past', 'Due__c < DATE(2026, 1, 1)', 'The due date lies in the past', 'Due__c'),
  rule('Item__c.Weight_Is_Positive', 'Weight__c <= 0', 'The weight must be positive', 'Weight__c'),
  field('Opportunity.Door__c', { type: 'Lookup', label: 'Door', referenceTo: 'Door__c', relationshipName: 'Waiting' }),
  rule(
    'Opportunity.Door_Holds',
    'AND(NOT(ISNEW()), ISCHANGED(StageName), NOT(Door__r.Is_Open__c))',
    'The door of this stage is closed',
    'StageName',
  ),
];
