import { LightningElement, api, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import { getRecord, updateRecord } from 'lightning/uiRecordApi';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import { inLanguage, rowsOf, valueAt, type Node } from 'c/gateData';
import { fill } from 'c/labelText';
import { reduceErrors } from 'c/ldsErrors';
import TeamMember from 'c/teamMember';
import { labels } from './labels';
import { RESPONSIBILITY_QUERY, TEAM_QUERY } from './queries';

interface GraphqlResult {
  readonly data?: unknown;
  readonly errors?: readonly unknown[];
  readonly refresh?: () => Promise<void>;
}

const parts: Readonly<Record<string, string>> = {
  R: labels.raciR,
  A: labels.raciA,
  'A/R': labels.raciAR,
  C: labels.raciC,
  I: labels.raciI,
};
const order = ['A/R', 'A', 'R', 'C', 'I'];

/** Who holds which role on the deal, what the role does in this stage, and which roles that must act are vacant. */
export default class DealTeam extends LightningElement {
  @api recordId: string | undefined;

  labels = labels;
  errors: string[] = [];
  private team: GraphqlResult = {};
  private responsibilities: GraphqlResult = {};
  private seenStamp: string | undefined;

  @wire(graphql, { query: TEAM_QUERY, variables: '$variables' })
  wiredTeam(result: GraphqlResult) {
    this.team = result;
  }

  @wire(graphql, { query: '$stageQuery', variables: '$stageVariables' })
  wiredResponsibilities(result: GraphqlResult) {
    this.responsibilities = result;
  }

  /** The stage may have moved, and with it who must act. */
  @wire(getRecord, { recordId: '$recordId', fields: ['Opportunity.LastModifiedDate'] })
  wiredRecord(result: LightningWire<LightningRecord>) {
    const stamp = result.data?.lastModifiedDate ?? undefined;
    if (stamp !== undefined && this.seenStamp !== undefined && stamp !== this.seenStamp) void this.team.refresh?.();
    this.seenStamp = stamp ?? this.seenStamp;
  }

  get variables() {
    return this.recordId ? { id: this.recordId } : undefined;
  }

  /** Nothing is asked before the stage is known, and nothing of an opportunity without a process. */
  get stageQuery() {
    return this.stageVariables && RESPONSIBILITY_QUERY;
  }

  get stageVariables() {
    const stage = valueAt(this.deal, 'Current_Gate__r', 'Stage__c');
    return stage ? { stage } : undefined;
  }

  private get deal(): Node | undefined {
    return rowsOf(this.team.data, 'MF_Deal__c')[0];
  }

  get failures(): string[] {
    return reduceErrors([...(this.team.errors ?? []), ...(this.responsibilities.errors ?? [])]);
  }

  get failed(): boolean {
    return this.failures.length > 0;
  }

  get loading(): boolean {
    return this.team.data === undefined && !this.failed;
  }

  get empty(): boolean {
    return this.team.data !== undefined && this.deal === undefined;
  }

  private get today(): string {
    return new Intl.DateTimeFormat('en-CA', { timeZone: TIME_ZONE }).format(new Date());
  }

  get roles() {
    const members = rowsOf(this.team.data, 'MF_Team_Member__c').filter((node) => {
      const last = valueAt(node, 'To_Date__c');
      return last === null || String(last) >= this.today;
    });
    return rowsOf(this.responsibilities.data, 'MF_Responsibility__c')
      .map((node) => this.toRole(node, members))
      .sort((a, b) => order.indexOf(a.letter) - order.indexOf(b.letter));
  }

  private toRole(node: Node, members: readonly Node[]) {
    const id = String(valueAt(node, 'Role__c'));
    const name = inLanguage(node, ['Role__r', 'Name'], ['Role__r', 'Name_Zh__c']);
    const letter = String(valueAt(node, 'Involvement__c'));
    const held = members
      .filter((member) => valueAt(member, 'Role__c') === id)
      .map((member) => {
        const person = String(valueAt(member, 'Member__r', 'Name') ?? '');
        const last = valueAt(member, 'To_Date__c');
        return { id: member.Id, name: person, last, stays: last === null, endLabel: fill(labels.endFor, person, name) };
      });
    const vacant = held.length === 0 && letter !== 'C' && letter !== 'I';
    const key = String(valueAt(node, 'Role__r', 'Key__c') ?? '');
    return {
      id,
      key,
      name,
      letter,
      part: parts[letter] ?? letter,
      members: held,
      vacant,
      nameLabel: fill(labels.nameFor, name),
    };
  }

  get hasRoles(): boolean {
    return this.roles.length > 0;
  }

  get hasVacancies(): boolean {
    return this.roles.some((role) => role.vacant);
  }

  get vacancyText(): string {
    return fill(labels.vacancies, this.roles.filter((role) => role.vacant).length);
  }

  get hasErrors(): boolean {
    return this.errors.length > 0;
  }

  handleRetry() {
    void this.team.refresh?.();
    void this.responsibilities.refresh?.();
  }

  async handleName(event: Event) {
    const role = this.roles.find((candidate) => candidate.id === (event.currentTarget as HTMLElement).dataset['id']);
    if (!role || !this.deal) return;
    const result = await TeamMember.open({
      size: 'small',
      label: role.nameLabel,
      dealId: this.deal.Id,
      roleId: role.id,
      roleKey: role.key,
      today: this.today,
    });
    if (result === 'named') await this.team.refresh?.();
  }

  async handleEnd(event: Event) {
    const { id } = (event.currentTarget as HTMLElement).dataset;
    const member = rowsOf(this.team.data, 'MF_Team_Member__c').find((node) => node.Id === id);
    this.errors = [];
    try {
      const last = lastDay(this.today, valueAt(member, 'From_Date__c'));
      await updateRecord({ fields: { Id: id ?? '', To_Date__c: last } });
      await this.team.refresh?.();
    } catch (problem) {
      this.errors = reduceErrors(problem);
    }
  }
}

/** Ended now, the role is vacant from today; a time in a role that began today has today as its only day. */
function lastDay(today: string, first: unknown): string {
  const yesterday = new Date(Date.parse(`${today}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
  return typeof first === 'string' && first > yesterday ? first : yesterday;
}
