import { LightningElement, api, wire } from 'lwc';
import { gql, graphql } from 'lightning/graphql';
import { getRecord } from 'lightning/uiRecordApi';
import { labelAt, rowsOf, valueAt, type Node } from 'c/gateData';
import { fill } from 'c/labelText';
import { reduceErrors } from 'c/ldsErrors';
import { labels } from './labels';

interface GraphqlResult {
  readonly data?: unknown;
  readonly errors?: readonly unknown[];
  readonly refresh?: () => Promise<void>;
}

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
  Phase: 'utility:forward',
  Override: 'utility:edit',
  Rescore: 'utility:refresh',
};

/** Every move, waiver and exception of the deal, newest first. */
export default class GateHistory extends LightningElement {
  @api recordId: string | undefined;

  labels = labels;
  private result: GraphqlResult = {};
  private seenStamp: string | undefined;

  @wire(graphql, {
    query: gql`
      query historyOfOpportunity($id: ID!) {
        uiapi {
          query {
            MF_Event_Log__c(
              where: { Deal__r: { Opportunity__c: { eq: $id } } }
              orderBy: { Happened_On__c: { order: DESC } }
              first: 100
            ) {
              edges {
                node {
                  Id
                  Kind__c {
                    value
                    label
                  }
                  Subject__c {
                    value
                  }
                  Before__c {
                    value
                  }
                  After__c {
                    value
                  }
                  Reason__c {
                    value
                  }
                  Who_Name__c {
                    value
                  }
                  Happened_On__c {
                    value
                  }
                }
              }
            }
          }
        }
      }
    `,
    variables: '$variables',
  })
  wiredHistory(result: GraphqlResult) {
    this.result = result;
  }

  /** A save of the opportunity may have written a line. */
  @wire(getRecord, { recordId: '$recordId', fields: ['Opportunity.LastModifiedDate'] })
  wiredRecord(result: LightningWire<LightningRecord>) {
    const stamp = result.data?.lastModifiedDate ?? undefined;
    if (stamp !== undefined && this.seenStamp !== undefined && stamp !== this.seenStamp) void this.result.refresh?.();
    this.seenStamp = stamp ?? this.seenStamp;
  }

  get variables() {
    return this.recordId ? { id: this.recordId } : undefined;
  }

  get failures(): string[] {
    return this.result.data === undefined ? reduceErrors(this.result.errors ?? []) : [];
  }

  get failed(): boolean {
    return this.failures.length > 0;
  }

  get loading(): boolean {
    return this.result.data === undefined && !this.failed;
  }

  private get rows(): Node[] {
    return rowsOf(this.result.data, 'MF_Event_Log__c');
  }

  get hasEntries(): boolean {
    return this.rows.length > 0;
  }

  get empty(): boolean {
    return this.result.data !== undefined && this.rows.length === 0;
  }

  get entries() {
    return this.rows.map((node) => {
      const text = (field: string) => String(valueAt(node, field) ?? '');
      const [before, after] = [text('Before__c'), text('After__c')];
      return {
        id: node.Id,
        icon: icons[text('Kind__c')] ?? 'utility:record',
        kind: labelAt(node, 'Kind__c'),
        subject: text('Subject__c'),
        change: before || after ? fill(labels.change, before, after) : '',
        reason: text('Reason__c'),
        who: text('Who_Name__c'),
        when: text('Happened_On__c'),
      };
    });
  }

  handleRetry() {
    void this.result.refresh?.();
  }
}
