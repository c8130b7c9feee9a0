import { describe, expect, it } from 'vitest';
import { hasField, mergeRecords, projectRecord } from '../../../../../scripts/lightning/platform/data/record-types.ts';
import type { FieldValue, RecordRepresentation } from '../../../../../scripts/lightning/platform/data/record-types.ts';

const value = (each: unknown): FieldValue => ({ displayValue: null, value: each });
const record = (apiName: string, id: string, fields: Record<string, unknown>): RecordRepresentation => ({
  apiName,
  id,
  fields: Object.fromEntries(Object.entries(fields).map(([name, each]) => [name, value(each)])),
});

describe('records in the cache', () => {
  const owner = record('User', 'u1', { Name: 'Zhou', Alias: 'z' });
  const deal = record('Opportunity', 'o1', { Name: 'A', Amount: 1, Owner: owner });

  it('show a component only what it asked for', () => {
    const view = projectRecord(deal, ['Opportunity.Name', 'Opportunity.Owner.Name']);
    expect(Object.keys(view.fields)).toEqual(['Name', 'Owner']);
    expect(Object.keys((view.fields['Owner']?.value as RecordRepresentation).fields)).toEqual(['Name']);
  });

  it('take newer values over older ones and keep the rest', () => {
    const merged = mergeRecords(deal, record('Opportunity', 'o1', { Amount: 2 }));
    expect(merged.fields['Amount']?.value).toBe(2);
    expect(merged.fields['Name']?.value).toBe('A');
  });

  it('never mix the fields of two parents', () => {
    const other = record('Opportunity', 'o1', { Owner: record('User', 'u2', { Name: 'Li' }) });
    expect(hasField(mergeRecords(deal, other), 'Opportunity.Owner.Alias')).toBe(false);
  });

  it('hold a field behind a blank parent', () => {
    expect(hasField(record('Opportunity', 'o1', { Account: null }), 'Opportunity.Account.Name')).toBe(true);
    expect(hasField(deal, 'Opportunity.StageName')).toBe(false);
  });
});
