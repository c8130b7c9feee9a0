import { inLanguage, labelAt, rowsOf, valueAt, type Node } from 'c/gateData';
import { labels } from './labels';

/** What everybody may know of an order. */
export interface QueueLine {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly statusLabel: string;
  readonly waits: boolean;
  readonly worth: number | null;
  /** Place by worth among the validated that wait. */
  readonly rank: number | null;
  readonly region: string;
  readonly purpose: string;
  readonly hours: number;
  readonly headcount: number;
  readonly firstWeek: string;
  readonly lastWeek: string;
  readonly emergency: boolean;
  readonly overridden: boolean;
  readonly servingWorth: number | null;
  readonly reason: string;
  readonly isMine: boolean;
  /** Name of the deal, of own orders only. */
  readonly deal: string;
}

const WAITING = ['Submitted', 'Validated', 'Deferred', 'Proposed'];

export function linesOf(data: unknown): QueueLine[] {
  const own = new Map(
    rowsOf(data, 'MF_Dispatch__c').map((node) => [
      node.Id,
      String(valueAt(node, 'Deal__r', 'Opportunity__r', 'Name') ?? ''),
    ]),
  );
  const lines = rowsOf(data, 'MF_Queue_Line__c').map((node) => toLine(node, own));
  // As the allocation ranks: an order takes part once it was validated.
  const takesPart = (line: QueueLine) => line.waits && line.status !== 'Submitted' && line.worth !== null;
  const worths = lines.filter(takesPart).map((line) => line.worth ?? 0);
  return lines.map((line) => ({
    ...line,
    rank: takesPart(line) ? 1 + worths.filter((worth) => worth > (line.worth ?? 0)).length : null,
  }));
}

function toLine(node: Node, own: ReadonlyMap<string, string>): QueueLine {
  const text = (field: string) => String(valueAt(node, field) ?? '');
  const order = text('Order__c');
  const status = text('Status__c');
  return {
    id: node.Id,
    name: text('Name'),
    status,
    statusLabel: labelAt(node, 'Status__c'),
    waits: WAITING.includes(status),
    worth: valueAt(node, 'Worth__c') as number | null,
    rank: null,
    region: labelAt(node, 'Region__c'),
    purpose: labelAt(node, 'Purpose__c'),
    hours: Number(valueAt(node, 'Hours__c') ?? 0),
    headcount: Number(valueAt(node, 'Headcount__c') ?? 1),
    firstWeek: text('First_Week__c'),
    lastWeek: text('Last_Week__c'),
    emergency: valueAt(node, 'Emergency__c') === true,
    overridden: valueAt(node, 'Override__c') === true,
    servingWorth: status === 'Deferred' ? (valueAt(node, 'Serving_Worth__c') as number | null) : null,
    reason: reasonOf(node, status),
    isMine: own.has(order),
    deal: own.get(order) ?? '',
  };
}

/** The allocation's words; before it, what the order waits for; after it, what a dispatcher has said otherwise. */
function reasonOf(node: Node, status: string): string {
  if (status === 'Submitted') return labels.waitsCheck;
  const words = inLanguage(node, ['Explanation_En__c'], ['Explanation_Zh__c']);
  if (status === 'Validated') return labels.waitsRun;
  const own = String(valueAt(node, 'Status_Reason__c') ?? '');
  const both = `${String(valueAt(node, 'Explanation_En__c') ?? '')}${String(valueAt(node, 'Explanation_Zh__c') ?? '')}`;
  return status === 'Deferred' && own !== '' && !both.includes(own) ? own : words || own;
}
