import { NotSupportedError } from '../../errors.ts';
import type { Session } from '../../org.ts';
import type { Draft } from '../package/draft.ts';
import { draftKey } from '../package/draft.ts';
import type { Manifest } from '../package/manifest.ts';
import type { DeployPackage } from '../package/open-package.ts';
import { metadataType, parentTypeOf } from '../type-catalogue.ts';
import type { Examination } from './examine.ts';
import { brokenByChange } from './examine.ts';
import type { Deletion } from './report.ts';

/** What the destructive manifests ask for; names that are not there are noted as absent. */
export function deletionsOf(session: Session, pack: DeployPackage): Deletion[] {
  const before = read(session, pack.deleteBefore, `${pack.root}destructiveChangesPre.xml`);
  const after = read(session, pack.deleteAfter, `${pack.root}destructiveChangesPost.xml`);
  return [...before, ...after];
}

function read(session: Session, manifest: Manifest | undefined, fileName: string): Deletion[] {
  return (manifest?.members ?? []).map(({ type, member }) => {
    const deletion: Deletion = { type, fullName: member, fileName };
    const known = metadataType(type) ?? parentTypeOf(type);
    if (!known) return { ...deletion, problem: new NotSupportedError(`metadata type ${type}`).message };
    if (member === '*') return { ...deletion, problem: 'Wildcards are not allowed in a destructive change' };
    return { ...deletion, absent: !session.org.schema().component(type, member) };
  });
}

/** Types whose components name others in a way that a deletion may not break. */
const dependents = [
  'CustomField',
  'ValidationRule',
  'Flow',
  'FlexiPage',
  'PathAssistant',
  'RecordType',
  'WorkflowRule',
  'WorkflowFieldUpdate',
];

/** Finds what would be broken elsewhere and notes it at the deletion, or at the changed field, that is to blame. */
export function judgeEffects(examination: Examination, deletions: readonly Deletion[], drafts: readonly Draft[]): void {
  const changed = drafts.filter(
    (draft) => examination.next.changes.get(draftKey(draft.type, draft.fullName))?.kind === 'changed',
  );
  if (deletions.length === 0 && changed.length === 0) return;
  for (const { component, message } of brokenByChange(examination, dependents)) {
    const text = JSON.stringify(component.content);
    const mentions = (fullName: string): boolean => text.includes(fullName.split('.').at(-1) ?? fullName);
    const where = `${component.type} ${component.fullName}`;
    const deletion =
      deletions.find((each) => mentions(each.fullName)) ?? (changed.length === 0 ? deletions[0] : undefined);
    const draft = changed.find((each) => mentions(each.fullName)) ?? changed[0];
    if (deletion) deletion.problem = `This component is referenced elsewhere in salesforce.com: ${where}: ${message}`;
    else draft?.problems.push({ ...draft.position, kind: 'Error', message: `${where}: ${message}` });
  }
}
