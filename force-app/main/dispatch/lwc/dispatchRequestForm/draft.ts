/** One needed skill as it is edited; the share of the work is kept in percent, which people add up in their heads. */
export interface Need {
  readonly key: string;
  readonly id: string | null;
  readonly skill: string;
  readonly name: string;
  readonly level: number;
  readonly percent: number;
  readonly mandatory: boolean;
}

/** A request as it is typed: texts stay as they are entered until the org judges them. */
export interface Draft {
  readonly id: string | null;
  readonly purpose: string;
  readonly deliverable: string;
  readonly emergency: boolean;
  readonly emergencyReason: string;
  readonly region: string;
  readonly hours: string;
  readonly headcount: string;
  readonly firstWeek: string;
  readonly lastWeek: string;
  readonly needs: readonly Need[];
  readonly nomination: string | null;
  readonly nominee: string;
  readonly nomineeReason: string;
}

export const emptyDraft: Draft = {
  id: null,
  purpose: '',
  deliverable: '',
  emergency: false,
  emergencyReason: '',
  region: '',
  hours: '',
  headcount: '1',
  firstWeek: '',
  lastWeek: '',
  needs: [],
  nomination: null,
  nominee: '',
  nomineeReason: '',
};

export const isBlank = (draft: Draft): boolean =>
  draft.id === null && draft.needs.length === 0 && JSON.stringify(draft) === JSON.stringify(emptyDraft);

/** The draft's fields in the org, in the order of the form, with the step on which each is asked. */
export const FIELDS = {
  Purpose__c: { key: 'purpose', step: 1 },
  Deliverable__c: { key: 'deliverable', step: 1 },
  Emergency__c: { key: 'emergency', step: 1 },
  Emergency_Reason__c: { key: 'emergencyReason', step: 1 },
  Region__c: { key: 'region', step: 2 },
  Hours__c: { key: 'hours', step: 2 },
  Headcount__c: { key: 'headcount', step: 2 },
  First_Week__c: { key: 'firstWeek', step: 2 },
  Last_Week__c: { key: 'lastWeek', step: 2 },
} as const;
export type FieldName = keyof typeof FIELDS;

export function orderFields(draft: Draft): Record<FieldName, string | number | boolean | null> {
  const number = (text: string) => (text.trim() === '' ? null : Number(text));
  return {
    Purpose__c: draft.purpose || null,
    Deliverable__c: draft.deliverable.trim() || null,
    Emergency__c: draft.emergency,
    Emergency_Reason__c: (draft.emergency && draft.emergencyReason.trim()) || null,
    Region__c: draft.region || null,
    Hours__c: number(draft.hours),
    Headcount__c: number(draft.headcount),
    First_Week__c: draft.firstWeek || null,
    Last_Week__c: draft.lastWeek || null,
  };
}
