import { fieldChecks } from '../../model/gate/from-playbooks.ts';
import type { FieldCheck } from '../../model/gate/field-rules.ts';
import type { CriterionOperator } from '../../model/gate/field-criterion.ts';
import type { Playbook } from '../../model/playbook/playbook.ts';
import { type HeldDeal, Impact, type ImpactLine } from '../../model/release/impact.ts';
import type { OrgPort, OrgRecord } from '../../salesforce/org-port.ts';
import { soql } from '../../salesforce/soql.ts';
import type { TaskContext } from '../task.ts';
import { readFieldKinds } from './field-kinds.ts';

export interface ImpactPreview {
  readonly deals: number;
  readonly lines: readonly ImpactLine[];
  readonly held: readonly HeldDeal[];
}

const TELL_EVERY = 5_000;

/**
 * Puts the criteria of playbooks to every open deal, beside those that the org holds now. Checks that are records stay as
 * they are: a running deal keeps the version it started with, and only criteria, being rules, hold for every deal at once.
 */
export async function previewImpact(
  context: TaskContext,
  playbooks: readonly Playbook[],
  named: number,
): Promise<ImpactPreview> {
  const { org, signal, report } = context;
  const after = fieldChecks(playbooks);
  const before = await publishedChecks(org);
  const kindOf = await readFieldKinds(org, [...after, ...before]);
  const impact = new Impact({ before, after, kindOf, today: await today(context), named });
  const asked = new Set([...after, ...before].map(({ criterion }) => criterion.field));
  for (const field of ['Id', 'Name', 'StageName', 'MF_Deal_Type__c', 'Owner.UserRole.Name']) asked.delete(field);
  const fields = ['Id', 'Name', 'StageName', 'MF_Deal_Type__c', 'Owner.UserRole.Name', ...asked];
  let deals = 0;
  const query = `SELECT ${fields.join(', ')} FROM Opportunity WHERE IsClosed = false AND MF_Deal_Type__c != null`;
  for await (const deal of org.stream(query, signal)) {
    impact.add(deal);
    deals += 1;
    if (deals % TELL_EVERY === 0) report({ event: 'step-told', step: 'deals', detail: `${deals} read` });
  }
  return { deals, lines: impact.summary(), held: impact.held };
}

/** The criteria of the versions that are published now. */
async function publishedChecks(org: OrgPort): Promise<FieldCheck[]> {
  const rows = await org.query(
    'SELECT Key__c, Title_En__c, Title_Zh__c, Criterion_Field__c, Criterion_Operator__c, Criterion_Value__c, Stage__r.Stage_Value__c, Stage__r.Playbook__r.Deal_Type__c' +
      soql` FROM MF_Check_Definition__c WHERE Kind__c = ${'Field'} AND Stage__r.After_Win__c = ${false} AND Stage__r.Playbook__r.Status__c = ${'Published'}`,
  );
  return rows.map((row) => {
    const stage = row['Stage__r'] as OrgRecord;
    const value = row['Criterion_Value__c'];
    return {
      key: String(row['Key__c']).split('|').at(-1) ?? '',
      dealType: String((stage['Playbook__r'] as OrgRecord)['Deal_Type__c']),
      stage: String(stage['Stage_Value__c']),
      name: { en: String(row['Title_En__c']), zh: String(row['Title_Zh__c']) },
      criterion: {
        field: String(row['Criterion_Field__c']),
        operator: String(row['Criterion_Operator__c']) as CriterionOperator,
        ...(typeof value === 'string' ? { value } : {}),
      },
    };
  });
}

/** The day that TODAY() is in a rule: where the running user is. */
async function today({ org, now }: TaskContext): Promise<string> {
  const [user] = await org.query(soql`SELECT TimeZoneSidKey FROM User WHERE Username = ${org.username}`);
  const timeZone = String(user?.['TimeZoneSidKey'] ?? 'UTC');
  return new Intl.DateTimeFormat('en-CA', { timeZone }).format(now());
}
