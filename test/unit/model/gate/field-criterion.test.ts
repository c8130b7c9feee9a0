import { describe, expect, it } from 'vitest';
import { criterionFails, type FieldCriterion, type FieldKind } from '../../../../scripts/model/gate/field-criterion.ts';

describe('a field criterion', () => {
  it.each<[FieldCriterion, FieldKind, string]>([
    [{ field: 'NextStep', operator: 'isNotBlank' }, 'Text', 'ISBLANK(NextStep)'],
    [{ field: 'Type', operator: 'isNotBlank' }, 'Picklist', 'ISBLANK(TEXT(Type))'],
    [{ field: 'CampaignId', operator: 'isBlank' }, 'Lookup', 'NOT(ISBLANK(CampaignId))'],
    [{ field: 'Amount', operator: 'greaterThan', value: 0 }, 'Number', 'OR(ISBLANK(Amount), Amount <= 0)'],
    [
      { field: 'CloseDate', operator: 'greaterOrEqual', value: 'TODAY+30' },
      'Date',
      'OR(ISBLANK(CloseDate), CloseDate < TODAY() + 30)',
    ],
    [
      { field: 'CloseDate', operator: 'lessOrEqual', value: '2026-12-31' },
      'Date',
      'OR(ISBLANK(CloseDate), CloseDate > DATEVALUE("2026-12-31"))',
    ],
    [
      { field: 'Account.Industry', operator: 'equals', value: 'Energy' },
      'Picklist',
      'OR(ISBLANK(TEXT(Account.Industry)), TEXT(Account.Industry) <> "Energy")',
    ],
    [{ field: 'Type', operator: 'notEquals', value: 'A "new" one' }, 'Picklist', 'TEXT(Type) = "A \\"new\\" one"'],
    [{ field: 'Budget__c', operator: 'equals', value: true }, 'Checkbox', 'NOT(Budget__c)'],
    [{ field: 'Budget__c', operator: 'notEquals', value: true }, 'Checkbox', 'Budget__c'],
    [{ field: 'NextStep', operator: 'contains', value: 'visit' }, 'Text', 'NOT(CONTAINS(NextStep, "visit"))'],
    [{ field: 'Parts__c', operator: 'contains', value: 'Cloud' }, 'MultiPicklist', 'NOT(INCLUDES(Parts__c, "Cloud"))'],
  ])('%o on %s fails when %s', (criterion, kind, formula) => expect(criterionFails(criterion, kind)).toBe(formula));

  it.each<[FieldCriterion, FieldKind]>([
    [{ field: 'Description', operator: 'contains', value: 'x' }, 'LongText'],
    [{ field: 'Type', operator: 'greaterThan', value: 'x' }, 'Picklist'],
    [{ field: 'AccountId', operator: 'equals', value: 'x' }, 'Lookup'],
    [{ field: 'Amount', operator: 'greaterThan', value: '0 OR TRUE' }, 'Number'],
    [{ field: 'CloseDate', operator: 'lessThan', value: 'soon' }, 'Date'],
  ])('%o on %s is refused', (criterion, kind) => expect(() => criterionFails(criterion, kind)).toThrow(RangeError));
});
