import { inLanguage, rowsOf, valueAt } from 'c/gateData';
import { plusDays } from './days';

export interface ExpiringSkill {
  readonly id: string;
  readonly name: string;
  readonly level: number;
  readonly self: number | null;
  readonly validTo: string;
  readonly expired: boolean;
}

const SOON = 60;

/** Skills that lost a level or will within two months, the most pressing first. */
export function expiringOf(data: unknown, today: string): ExpiringSkill[] {
  return rowsOf(data, 'MF_Resource_Skill__c')
    .flatMap((node) => {
      const validTo = valueAt(node, 'Valid_To__c');
      if (typeof validTo !== 'string' || validTo > plusDays(today, SOON)) return [];
      return [
        {
          id: node.Id,
          name: inLanguage(node, ['Skill__r', 'Name'], ['Skill__r', 'Name_Zh__c']),
          level: Number(valueAt(node, 'Level__c') ?? 0),
          self: valueAt(node, 'Self__c') as number | null,
          validTo,
          expired: validTo < today,
        },
      ];
    })
    .sort((a, b) => (a.validTo < b.validTo ? -1 : 1));
}
