import { inLanguage, labelAt, rowsOf, valueAt, type Node } from './rows';
import { waiversOf, type Waiver } from './waiver';

export interface Check {
  readonly id: string;
  readonly gateId: string;
  readonly title: string;
  readonly why: string;
  readonly source: string;
  readonly kind: string;
  readonly kindLabel: string;
  readonly status: string;
  readonly weight: number;
  readonly mandatory: boolean;
  readonly blocking: boolean;
  readonly roleName: string;
  readonly assigneeId: string | null;
  readonly assigneeName: string;
  readonly answer: string;
  readonly answerType: string;
  /** Dispatch order by which the check passed. */
  readonly orderId: string | null;
  readonly options: readonly string[];
  readonly evidence: string;
  readonly evidenceRequired: boolean;
  readonly dueOn: string | null;
  readonly expiresOn: string | null;
  readonly validityDays: number | null;
  readonly waived: boolean;
  readonly waivedUntil: string | null;
  readonly waiver: Waiver | null;
}

export function checksOf(data: unknown): Check[] {
  const waivers = waiversOf(data);
  return rowsOf(data, 'MF_Check__c').map((node) =>
    toCheck(node, waivers.find((waiver) => waiver.checkId === node.Id) ?? null),
  );
}

function toCheck(node: Node, waiver: Waiver | null): Check {
  const text = (...path: string[]) => String(valueAt(node, ...path) ?? '');
  const orNull = (field: string) => valueAt(node, field) as string | null;
  return {
    id: node.Id,
    gateId: text('Gate__c'),
    title: inLanguage(node, ['Title_En__c'], ['Title_Zh__c']),
    why: inLanguage(node, ['Definition__r', 'Why_En__c'], ['Definition__r', 'Why_Zh__c']),
    source: text('Definition__r', 'Regulation_Source__c'),
    kind: text('Kind__c'),
    kindLabel: labelAt(node, 'Kind__c'),
    status: text('Status__c'),
    weight: Number(valueAt(node, 'Weight__c') ?? 0),
    mandatory: valueAt(node, 'Mandatory__c') === true,
    blocking: valueAt(node, 'Blocking__c') === true,
    roleName:
      inLanguage(node, ['Definition__r', 'Owner_Role__r', 'Name'], ['Definition__r', 'Owner_Role__r', 'Name_Zh__c']) ||
      text('Role_Key__c'),
    assigneeId: orNull('Assignee__c'),
    assigneeName: text('Assignee__r', 'Name'),
    answer: text('Dispatch__r', 'Name') || text('Answer__c'),
    orderId: orNull('Dispatch__c'),
    answerType: text('Definition__r', 'Answer_Type__c') || 'Text',
    options: inLanguage(node, ['Definition__r', 'Options_En__c'], ['Definition__r', 'Options_Zh__c'])
      .split('\n')
      .filter(Boolean),
    evidence: text('Evidence__c'),
    evidenceRequired: valueAt(node, 'Evidence_Required__c') === true,
    dueOn: orNull('Due_On__c'),
    expiresOn: orNull('Expires_On__c'),
    validityDays: valueAt(node, 'Validity_Days__c') as number | null,
    waived: valueAt(node, 'Waived__c') === true,
    waivedUntil: orNull('Waived_Until__c'),
    waiver,
  };
}
