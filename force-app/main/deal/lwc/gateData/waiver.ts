import { rowsOf, valueAt, type Node } from './rows';

export interface Waiver {
  readonly id: string;
  readonly checkId: string;
  readonly reason: string;
  readonly expiresOn: string;
  readonly requestedBy: string;
  readonly requestedByName: string;
  readonly approver: string | null;
  readonly complianceBy: string | null;
}

export function waiversOf(data: unknown): Waiver[] {
  const text = (node: Node, ...path: string[]) => String(valueAt(node, ...path) ?? '');
  return rowsOf(data, 'MF_Waiver__c').map((node) => ({
    id: node.Id,
    checkId: text(node, 'Check__c'),
    reason: text(node, 'Reason__c'),
    expiresOn: text(node, 'Expires_On__c'),
    requestedBy: text(node, 'Requested_By__c'),
    requestedByName: text(node, 'Requested_By__r', 'Name'),
    approver: valueAt(node, 'Approver__c') as string | null,
    complianceBy: valueAt(node, 'Compliance_By__c') as string | null,
  }));
}
