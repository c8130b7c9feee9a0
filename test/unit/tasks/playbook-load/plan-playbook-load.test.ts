import { describe, expect, it } from 'vitest';
import { readPlaybookFiles } from '../../../../scripts/tasks/playbook-files.ts';
import { planPlaybookLoad, type PlaybookState } from '../../../../scripts/tasks/playbook-load/plan-playbook-load.ts';
import type { OrgRecord } from '../../../../scripts/salesforce/org-port.ts';

const sources = readPlaybookFiles('config');
const empty: PlaybookState = { sources, existing: new Map(), opportunityFields: new Set(['amount']) };

/** What the org holds once a plan was applied: rows merged by their keys. */
function applied(state: PlaybookState): Map<string, OrgRecord[]> {
  const rows = new Map<string, Map<string, OrgRecord>>();
  for (const step of planPlaybookLoad(state).steps)
    for (const { key, row } of step.changes) {
      const object = rows.get(step.object) ?? new Map<string, OrgRecord>();
      rows.set(step.object, object.set(key, { ...object.get(key), ...row }));
    }
  return new Map([...rows].map(([object, byKey]) => [object, [...byKey.values()]]));
}

describe('loading playbooks', () => {
  it('writes roles first, a playbook as a draft before its parts, and its publication last', () => {
    const objects = planPlaybookLoad({
      ...empty,
      sources: { ...sources, playbooks: sources.playbooks.slice(0, 1) },
    }).steps.map((step) => step.object);
    expect(objects).toEqual([
      'MF_Role__c',
      'MF_Playbook__c',
      'MF_Stage__c',
      'MF_Check_Definition__c',
      'MF_Responsibility__c',
      'MF_Playbook__c',
    ]);
  });

  it('does nothing the second time', () => {
    const plan = planPlaybookLoad({ ...empty, existing: applied(empty) });
    expect(plan).toMatchObject({ steps: [], created: 0, updated: 0 });
    expect(plan.unchanged).toBe(planPlaybookLoad(empty).created);
  });

  it('completes a draft that was left half-way', () => {
    const existing = applied(empty);
    existing.set('MF_Check_Definition__c', []);
    existing.get('MF_Playbook__c')?.forEach((row) => (row['Status__c'] = 'Draft'));
    const plan = planPlaybookLoad({ ...empty, existing });
    expect(new Set(plan.steps.map((step) => step.object))).toEqual(
      new Set(['MF_Check_Definition__c', 'MF_Playbook__c']),
    );
    expect(plan.updated).toBe(3);
  });

  it('refuses to change a published version', () => {
    const existing = applied(empty);
    const first = existing.get('MF_Stage__c')?.[0] ?? {};
    first['Threshold__c'] = 10;
    expect(() => planPlaybookLoad({ ...empty, existing })).toThrow(
      /version 1.1 is published.*\n✖ M1\|1.1\|S1 differs in Threshold__c/,
    );
  });

  it('refuses a criterion on a field that the org does not have', () => {
    expect(() => planPlaybookLoad({ ...empty, opportunityFields: new Set(['name']) })).toThrow(
      'Opportunity has no field Amount in this org',
    );
  });
});
