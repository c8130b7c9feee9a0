import { inLanguage, labelAt, rowsOf, valueAt } from 'c/gateData';

/** A person as the allocation scored it for one order. All parts 0-100. */
export interface Candidate {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly place: string;
  /** Place among the eligible. */
  readonly rank: number | null;
  readonly eligible: boolean;
  readonly chosen: boolean;
  readonly fit: number;
  readonly skill: number;
  readonly availability: number;
  readonly locality: number;
  /** Null to whom rates are secret. */
  readonly cost: number | null;
  /** Blank for the chosen. */
  readonly whyNot: string;
}

export function candidatesOf(data: unknown): Candidate[] {
  return rowsOf(data, 'MF_Candidate__c').map((node) => {
    const number = (field: string) => Number(valueAt(node, field) ?? 0);
    const person = node['Resource__r'];
    return {
      id: node.Id,
      personId: String(valueAt(node, 'Resource__c')),
      name: String(valueAt(node, 'Resource__r', 'Name') ?? ''),
      place: person ? [valueAt(person, 'Unit__c'), labelAt(person, 'Region__c')].filter(Boolean).join(' · ') : '',
      rank: valueAt(node, 'Rank__c') as number | null,
      eligible: valueAt(node, 'Eligible__c') === true,
      chosen: valueAt(node, 'Chosen__c') === true,
      fit: number('Fit__c'),
      skill: number('Skill__c'),
      availability: number('Availability__c'),
      locality: number('Locality__c'),
      cost: valueAt(node, 'Cost__c') as number | null,
      whyNot: inLanguage(node, ['Why_Not_En__c'], ['Why_Not_Zh__c']),
    };
  });
}
