import type { ForecastOutcome } from '../../model/dispatch/calibration.ts';
import type { OrgPort, OrgRecord } from '../../salesforce/org-port.ts';

/**
 * Closed deals by the unit of their owner, each with the win probability that it had when presales was first asked for: what a
 * deal said later was said knowing more. A deal that never asked counts with the last probability before it closed.
 */
export async function readOutcomes(org: OrgPort): Promise<ForecastOutcome[]> {
  const orders = await org.query<SnapshotRow>(
    `SELECT Deal__c, Probability__c FROM MF_Dispatch__c
     WHERE Deal__r.Opportunity__r.IsClosed = TRUE AND Probability__c != NULL ORDER BY Submitted_At__c NULLS LAST, Id`,
  );
  const first = new Map<string, number>();
  for (const { Deal__c, Probability__c } of orders) if (!first.has(Deal__c)) first.set(Deal__c, Probability__c);
  const deals = await org.query<OutcomeRow>(
    `SELECT IsWon, Owner.UserRole.Name, MF_Deal__c, MF_Deal__r.Win_Probability_Adjusted__c FROM Opportunity
     WHERE IsClosed = TRUE AND MF_Deal__c != NULL`,
  );
  return deals.flatMap((row) => {
    const probability = first.get(row.MF_Deal__c) ?? row.MF_Deal__r?.Win_Probability_Adjusted__c ?? null;
    if (probability === null) return [];
    return [{ unit: row.Owner?.UserRole?.Name ?? '', probability: probability / 100, isWon: row.IsWon }];
  });
}

interface SnapshotRow extends OrgRecord {
  readonly Deal__c: string;
  readonly Probability__c: number;
}

interface OutcomeRow extends OrgRecord {
  readonly IsWon: boolean;
  readonly Owner: { readonly UserRole: { readonly Name: string } | null } | null;
  readonly MF_Deal__c: string;
  readonly MF_Deal__r: { readonly Win_Probability_Adjusted__c: number | null } | null;
}
