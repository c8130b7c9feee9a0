import { describe, expect, it } from 'vitest';
import { compileGate } from '../../../../scripts/model/gate/compile-gate-rules.ts';
import { fieldRules } from '../../../../scripts/model/gate/field-rules.ts';
import { standardFieldKind } from '../../../../scripts/model/gate/opportunity-fields.ts';
import { lists } from './judge.ts';

const gate = compileGate({ lists, fieldChecks: [], kindOf: standardFieldKind });

describe('every compiled rule', () => {
  it.each(gate.rules.map((rule) => [rule.name, rule] as const))('%s keeps the limits of the platform', (name, rule) => {
    expect(name).toMatch(/^MF_[A-Za-z0-9]+(_[A-Za-z0-9]+)*$/);
    expect(name.length).toBeLessThanOrEqual(40);
    expect(rule.condition.length).toBeLessThanOrEqual(3900);
    for (const message of [rule.message.en, rule.message.zh]) expect(message.length).toBeLessThanOrEqual(255);
    expect(rule.message.zh).toMatch(/[\u4e00-\u9fff]/);
  });

  it('has a name of its own', () => {
    const names = gate.rules.map((rule) => rule.name);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('field checks', () => {
  const check = {
    key: 'A2-AMOUNT',
    dealType: 'HQ',
    stage: 'A2',
    name: { en: 'Amount', zh: '金额' },
    criterion: { field: 'Amount', operator: 'isNotBlank' as const },
  };

  it('of playbooks that agree share one rule; others get the type into the name', () => {
    expect(
      fieldRules([check, { ...check, dealType: 'Region' }], lists, standardFieldKind).map((rule) => rule.name),
    ).toEqual(['MF_Field_A2_AMOUNT']);
    const other = { ...check, dealType: 'Region', criterion: { field: 'AccountId', operator: 'isNotBlank' as const } };
    expect(fieldRules([check, other], lists, standardFieldKind).map((rule) => [rule.name, rule.errorField])).toEqual([
      ['MF_Field_A2_AMOUNT', 'Amount'],
      ['MF_Field_A2_AMOUNT_Region', 'AccountId'],
    ]);
  });

  it('in a stage that the playbook lacks, on an unknown field or with too long a key are refused', () => {
    expect(() => fieldRules([{ ...check, stage: 'B1' }], lists, standardFieldKind)).toThrow(/no opportunity stage B1/);
    expect(() =>
      fieldRules([{ ...check, criterion: { field: 'Nope', operator: 'isBlank' } }], lists, standardFieldKind),
    ).toThrow(/Nope/);
    expect(() => fieldRules([{ ...check, key: 'X'.repeat(40) }], lists, standardFieldKind)).toThrow(/at most 40/);
  });
});
