import { createRecord, deleteRecord, updateRecord } from 'lightning/uiRecordApi';
import { orderFields, type Draft, type Need } from './draft';

/** Writes the order, made first where there is none. Gives its id. */
export async function saveOrder(deal: string, draft: Draft): Promise<string> {
  const fields = orderFields(draft);
  if (draft.id !== null) {
    await updateRecord({ fields: { Id: draft.id, ...fields } });
    return draft.id;
  }
  const { id } = await createRecord({ apiName: 'MF_Dispatch__c', fields: { Deal__c: deal, ...fields } });
  return id;
}

/** A name without a reason is not written yet. Gives the id of the record that has it. */
export async function saveNomination(
  order: string,
  { nomination, nominee, nomineeReason }: Draft,
): Promise<string | null> {
  const reason = nomineeReason.trim();
  if (nominee === '' || reason === '') return nomination;
  const fields = { Resource__c: nominee, Reason__c: reason };
  if (nomination !== null) {
    await updateRecord({ fields: { Id: nomination, ...fields } });
    return nomination;
  }
  const made = await createRecord({ apiName: 'MF_Nomination__c', fields: { Dispatch__c: order, ...fields } });
  return made.id;
}

export interface NeedsProgress {
  readonly needs: readonly Need[];
  /** What the org has now. */
  readonly stored: readonly Need[];
}

/**
 * Brings the needs of the order to those of the draft: what is gone goes first, for a skill stands once in an order. A need
 * without a skill is not written yet. Each step is told, so that a save that broke off goes on from there.
 */
export async function saveNeeds(
  order: string,
  start: NeedsProgress,
  tell: (progress: NeedsProgress) => void,
): Promise<void> {
  let { needs, stored } = start;
  const isKept = ({ id, skill }: Need) => start.needs.some((need) => need.id === id && need.skill === skill);
  for (const gone of start.stored.filter((need) => !isKept(need))) {
    await deleteRecord(gone.id ?? '');
    stored = stored.filter((one) => one !== gone);
    tell({ needs, stored });
  }
  for (const need of start.needs) {
    const known = stored.find((one) => one.id === need.id);
    if (need.skill === '' || (known && same(known, need))) continue;
    const saved = { ...need, id: await saveNeed(order, need, known?.id ?? null) };
    needs = needs.map((one) => (one === need ? saved : one));
    stored = [...stored.filter((one) => one !== known), saved];
    tell({ needs, stored });
  }
}

const same = (a: Need, b: Need): boolean =>
  a.skill === b.skill && a.level === b.level && a.percent === b.percent && a.mandatory === b.mandatory;

async function saveNeed(order: string, need: Need, id: string | null): Promise<string> {
  const { skill, level, percent, mandatory } = need;
  const values = { Level__c: level, Weight__c: Math.round(percent * 100) / 10_000, Mandatory__c: mandatory };
  if (id !== null) {
    await updateRecord({ fields: { Id: id, ...values } });
    return id;
  }
  const fields = { Dispatch__c: order, Skill__c: skill, ...values };
  const made = await createRecord({ apiName: 'MF_Dispatch_Skill__c', fields });
  return made.id;
}
