import { type ForecastOutcome, calibrationByUnit } from '../../model/dispatch/calibration.ts';
import { MidfieldError } from '../../model/errors.ts';
import type { OrgRecord } from '../../salesforce/org-port.ts';
import type { Task, TaskContext } from '../task.ts';
import { readOutcomes } from './read-outcomes.ts';

export interface CalibrateState {
  readonly outcomes: readonly ForecastOutcome[];
  readonly deals: readonly DealProbability[];
}

/** An open deal at a gate; probabilities in percent, null where nobody has said any. */
export interface DealProbability {
  readonly id: string;
  readonly deal: string;
  readonly stage: number | null;
  readonly nominal: number | null;
  readonly adjusted: number | null;
}

export interface CalibratePlan {
  /** By what the scoring of orders corrects each unit's win probability. */
  readonly units: readonly UnitCalibration[];
  readonly rows: readonly { readonly deal: string; readonly row: OrgRecord }[];
}

export interface UnitCalibration {
  readonly unit: string;
  readonly closed: number;
  /** Wins that the unit's probabilities add up to. */
  readonly forecast: number;
  readonly won: number;
  /** Null when too few deals are closed: the unit is taken at its word. */
  readonly factor: number | null;
}

export interface CalibrateOutcome {
  readonly written: number;
  readonly refusals: readonly { readonly deal: string; readonly words: string }[];
}

/** Gives open deals the win probability of their stage where none is known, and tells how optimistic each unit has been. */
export const calibrate: Task<Record<string, never>, CalibrateState, CalibratePlan, CalibrateOutcome> = {
  read: readState,
  plan: (state) => planCalibration(state),
  apply: applyCalibration,
};

async function readState({ org }: TaskContext): Promise<CalibrateState> {
  if (!(await org.objects()).has('MF_Dispatch__c')) throw new MidfieldError('PlaybookMissingInOrg', ['MF_Dispatch__c']);
  const rows = await org.query<DealRow>(
    `SELECT Id, Opportunity__r.Name, Win_Probability_Nominal__c, Win_Probability_Adjusted__c,
       Current_Gate__r.Nominal_Probability__c, Current_Gate__r.Stage__r.Nominal_Probability__c
     FROM MF_Deal__c WHERE Opportunity__r.IsClosed = FALSE AND Current_Gate__c != NULL ORDER BY Id`,
  );
  return {
    outcomes: await readOutcomes(org),
    deals: rows.map((row) => ({
      id: row.Id,
      deal: row.Opportunity__r?.Name ?? '',
      // A gate of before the playbook's probability was kept on it asks its stage.
      stage:
        row.Current_Gate__r?.Nominal_Probability__c ?? row.Current_Gate__r?.Stage__r?.Nominal_Probability__c ?? null,
      nominal: row.Win_Probability_Nominal__c,
      adjusted: row.Win_Probability_Adjusted__c,
    })),
  };
}

/** Only what differs from the org; an adjustment that somebody made stays. Pure. */
export function planCalibration({ outcomes, deals }: CalibrateState): CalibratePlan {
  const factors = calibrationByUnit(outcomes);
  const units = [...Map.groupBy(outcomes, ({ unit }) => unit)].map(([unit, closed]) => ({
    unit,
    closed: closed.length,
    forecast: Math.round(closed.reduce((sum, { probability }) => sum + probability, 0) * 100) / 100,
    won: closed.filter(({ isWon }) => isWon).length,
    factor: factors.get(unit) ?? null,
  }));
  return {
    units: units.sort((left, right) => (left.unit < right.unit ? -1 : 1)),
    rows: deals.flatMap(({ id, deal, stage, nominal, adjusted }) => {
      if (stage === null) return [];
      const isOwn = adjusted !== null && adjusted !== nominal;
      const row = {
        ...(nominal === stage ? {} : { Win_Probability_Nominal__c: stage }),
        ...(isOwn || adjusted === stage ? {} : { Win_Probability_Adjusted__c: stage }),
      };
      return Object.keys(row).length === 0 ? [] : [{ deal, row: { Id: id, ...row } }];
    }),
  };
}

async function applyCalibration({ org, signal }: TaskContext, plan: CalibratePlan): Promise<CalibrateOutcome> {
  if (plan.rows.length === 0) return { written: 0, refusals: [] };
  const results = await org.update(
    'MF_Deal__c',
    plan.rows.map(({ row }) => row),
    { signal },
  );
  const refusals = results.flatMap(({ errors }, index) =>
    errors.length > 0 ? [{ deal: plan.rows[index]?.deal ?? '', words: errors.join(' ') }] : [],
  );
  return { written: results.length - refusals.length, refusals };
}

interface DealRow extends OrgRecord {
  readonly Id: string;
  readonly Opportunity__r: { readonly Name: string } | null;
  readonly Win_Probability_Nominal__c: number | null;
  readonly Win_Probability_Adjusted__c: number | null;
  readonly Current_Gate__r: {
    readonly Nominal_Probability__c: number | null;
    readonly Stage__r: { readonly Nominal_Probability__c: number | null } | null;
  } | null;
}
