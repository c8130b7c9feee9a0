import { meets } from 'c/fieldCriteria';

describe('meets', () => {
  it.each([
    ['equals', '5', 5, true],
    ['equals', 'Power', 'power', false],
    ['notEquals', 'A', null, true],
    ['greaterThan', '9', 10, true],
    ['greaterThan', '0', null, false],
    ['greaterOrEqual', '10', 10, true],
    ['lessThan', '2026-12-31', '2026-11-24', true],
    ['lessOrEqual', '5', 6, false],
    ['isBlank', null, '', true],
    ['isNotBlank', null, 0, true],
    ['isNotBlank', null, null, false],
    ['contains', '电网', '华东电网有限公司', true],
    ['equals', 'true', true, true],
  ])('%s %s of %s is %s', (operator, value, field, expected) => {
    expect(meets({ field: 'X', operator, value }, field)).toBe(expected);
  });

  it('refuses an operator it does not know', () => {
    expect(() => meets({ field: 'X', operator: 'like', value: 'a' }, 'a')).toThrow(
      'Expected a known operator, got like.',
    );
  });
});
