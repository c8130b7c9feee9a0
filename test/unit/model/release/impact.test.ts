import { describe, expect, it } from 'vitest';
import type { FieldCriterion, FieldKind } from '../../../../scripts/model/gate/field-criterion.ts';
import type { FieldCheck } from '../../../../scripts/model/gate/field-rules.ts';
import { criterionCheck } from '../../../../scripts/model/release/criterion-check.ts';
import { Impact } from '../../../../scripts/model/release/impact.ts';

describe('a criterion put to a record', () => {
  it.each<[FieldKind, FieldCriterion['operator'], FieldCriterion['value'], string, boolean]>([
    ['Number', 'greaterThan', 0, '', true],
    ['Number', 'greaterThan', 0, '0.0', true],
    ['Number', 'greaterThan', '9', '10.0', false],
    ['Number', 'notEquals', 5, '', false],
    ['Number', 'notEquals', 5, '5.0', true],
    ['Number', 'lessOrEqual', 5, '5', false],
    ['Text', 'equals', 'a', 'A', true],
    ['Text', 'contains', 'b', 'abc', false],
    ['Text', 'contains', 'b', '', true],
    ['Picklist', 'equals', 'Power', 'Power', false],
    ['MultiPicklist', 'contains', 'A', 'AB;C', true],
    ['MultiPicklist', 'contains', 'A', 'B;A', false],
    ['Checkbox', 'equals', true, 'false', true],
    ['Checkbox', 'notEquals', true, 'false', false],
    ['Date', 'lessOrEqual', 'TODAY+30', '2026-12-24', false],
    ['Date', 'lessOrEqual', 'TODAY+30', '2026-12-25', true],
    ['Date', 'greaterOrEqual', 'TODAY', '', true],
    ['Date', 'greaterOrEqual', '2026-01-01', '2025-12-31', true],
    ['LongText', 'isNotBlank', undefined, '', true],
    ['Lookup', 'isBlank', undefined, '001', true],
  ])('of kind %s: %s %s fails for "%s" is %s', (kind, operator, value, found, fails) => {
    const criterion = { field: 'F', operator, ...(value === undefined ? {} : { value }) };
    expect(criterionCheck(criterion, kind, '2026-11-24')(found)).toBe(fails);
  });

  it('is refused where no rule can be', () => {
    expect(() => criterionCheck({ field: 'F', operator: 'equals', value: 'x' }, 'LongText', '2026-11-24')).toThrow(
      RangeError,
    );
  });
});

it('counts by unit and stage who is held, newly held and freed, and names as many as were asked for', () => {
  const check = (key: string, least: number): FieldCheck => ({
    key,
    dealType: 'T',
    stage: 'S',
    name: { en: key, zh: key },
    criterion: { field: 'Amount', operator: 'greaterOrEqual', value: least },
  });
  const named = { field: 'Name', operator: 'notEquals' as const, value: 'held before' };
  const before = [{ ...check('OLD', 0), criterion: named }];
  const impact = new Impact({
    before,
    after: [check('NEW', 100)],
    kindOf: (field) => (field === 'Amount' ? 'Number' : 'Text'),
    today: '2026-11-24',
    named: 1,
  });
  const deal = { MF_Deal_Type__c: 'T', StageName: 'S', 'Owner.UserRole.Name': 'East' };
  for (const [Name, Amount] of [
    ['a', '50'],
    ['b', '60'],
    ['c', '500'],
    ['held before', '500'],
    ['held before', '50'],
  ])
    impact.add({ ...deal, Id: Name ?? '', Name: Name ?? '', Amount: Amount ?? '' });
  expect(impact.summary()).toEqual([
    { unit: 'East', dealType: 'T', stage: 'S', deals: 5, held: 2, heldAfter: 3, newlyHeld: 2, freed: 1 },
  ]);
  expect(impact.held).toEqual([{ id: 'a', name: 'a', unit: 'East', stage: 'S', checks: ['NEW'] }]);
});
