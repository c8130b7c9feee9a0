import { inLanguage, labelAt, rowsOf, valueAt, type Node } from 'c/gateData';
import { fill } from 'c/labelText';
import { labels } from './labels';

const icons: Readonly<Record<string, string>> = {
  Opened: 'utility:new',
  Advanced: 'utility:forward',
  Back: 'utility:back',
  Won: 'utility:success',
  Lost: 'utility:error',
  Reopened: 'utility:undo',
  Bypass: 'utility:warning',
  Waiver: 'utility:shield',
  Refused: 'utility:block_visitor',
  Migrated: 'utility:change_record_type',
  Taken_Over: 'utility:download',
  Phase: 'utility:forward',
  Override: 'utility:edit',
  Rescore: 'utility:refresh',
  Emergency: 'utility:priority',
  Budget: 'utility:moneybag',
  Escalated: 'utility:arrowup',
};

/** The log's word for a deal without a process; the others are values of picklists. */
const UNGATED = 'Ungated';

export interface Entry {
  readonly id: string;
  readonly icon: string;
  readonly kind: string;
  /** What it happened to, blank where that is the deal itself. */
  readonly subject: string;
  readonly change: string;
  readonly reason: string;
  readonly who: string;
  readonly when: string;
}

/** The lines of the log in the user's words; `words` holds the labels of the picklist values that a line may name. */
export function entriesOf(data: unknown, words: ReadonlyMap<string, string>): Entry[] {
  const titles = checkTitles(data);
  const word = (value: string) => (value === UNGATED ? labels.ungated : (words.get(value) ?? value));
  return rowsOf(data, 'MF_Event_Log__c').map((node) => {
    const [before, after] = [word(text(node, 'Before__c')), word(text(node, 'After__c'))];
    return {
      id: node.Id,
      icon: icons[text(node, 'Kind__c')] ?? 'utility:record',
      kind: labelAt(node, 'Kind__c'),
      subject: titles.get(text(node, 'Subject_Id__c')) ?? '',
      change: before || after ? fill(labels.change, before, after) : '',
      reason: text(node, 'Reason__c'),
      who: whoOf(node),
      when: text(node, 'Happened_On__c'),
    };
  });
}

/** The log joins the parts of a name as the West does; whoever wrote the line himself goes by his name as the org orders it. */
function whoOf(node: Node): string {
  const logged = text(node, 'Who_Name__c');
  const part = (field: string) => String(valueAt(node, 'CreatedBy', field) ?? '');
  return logged === `${part('FirstName')} ${part('LastName')}`.trim() ? part('Name') : logged;
}

function checkTitles(data: unknown): Map<string, string> {
  const title = (node: Node) => inLanguage(node, ['Check__r', 'Title_En__c'], ['Check__r', 'Title_Zh__c']);
  return new Map(rowsOf(data, 'MF_Waiver__c').map((node) => [text(node, 'Check__c'), title(node)]));
}

const text = (node: Node, field: string): string => String(valueAt(node, field) ?? '');
