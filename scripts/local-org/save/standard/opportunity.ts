import type { Row } from '../../org.ts';
import type { SObjectType } from '../../schema/model.ts';
import type { SaveItem } from '../save-item.ts';
import type { Transaction } from '../transaction.ts';
import type { StandardBehaviour } from './behaviour.ts';

/** ForecastCategory is the code, ForecastCategoryName what people choose. */
const FORECAST_NAMES: Readonly<Record<string, string>> = {
  Omitted: 'Omitted',
  Pipeline: 'Pipeline',
  BestCase: 'Best Case',
  MostLikely: 'Most Likely',
  Forecast: 'Commit',
  Closed: 'Closed',
};

const IN_HISTORY = ['StageName', 'Amount', 'CloseDate', 'Probability', 'ForecastCategory'] as const;

export const opportunity: StandardBehaviour = {
  derive(tx, batch, item) {
    const { after, before } = item;
    if (after['StageName'] !== (item.derivedFrom ?? before?.['StageName'] ?? null)) followStage(batch.type, item);
    item.derivedFrom = after['StageName'] ?? null;
    followForecastName(item);
    if (before !== undefined && after['StageName'] !== before['StageName']) after['LastStageChangeDate'] = tx.stamp;
    if (pushed(before, after)) after['PushCount'] = Number(before?.['PushCount'] ?? 0) + 1;
  },
  written(tx, batch, items) {
    const history = tx.schema.object('OpportunityHistory');
    if (history === undefined || batch.operation === 'delete') return;
    for (const item of items) {
      const changed = IN_HISTORY.some((name) => (item.before?.[name] ?? null) !== (item.after[name] ?? null));
      if (batch.operation === 'insert' || changed) writeStageLine(tx, history, item);
    }
  },
};

/** The stage decides probability, outcome and forecast, unless the save itself says otherwise. */
function followStage(type: SObjectType, item: SaveItem): void {
  const values = type.field('StageName')?.picklist?.values ?? [];
  const name = item.after['StageName'];
  const stage = values.find((value) => value.value === name)?.stage;
  item.after['IsClosed'] = stage?.closed ?? false;
  item.after['IsWon'] = stage?.won ?? false;
  if (stage === undefined) return;
  if (!item.given.has('Probability')) item.after['Probability'] = stage.probability;
  if (item.given.has('ForecastCategoryName')) return;
  item.after['ForecastCategory'] = stage.forecastCategory;
  item.after['ForecastCategoryName'] = FORECAST_NAMES[stage.forecastCategory] ?? stage.forecastCategory;
}

function followForecastName(item: SaveItem): void {
  if (!item.given.has('ForecastCategoryName')) return;
  const chosen = Object.entries(FORECAST_NAMES).find(([, name]) => name === item.after['ForecastCategoryName']);
  if (chosen !== undefined) item.after['ForecastCategory'] = chosen[0];
}

/** A close date that moves into a later month is a push. */
function pushed(before: Row | undefined, after: Row): boolean {
  const from = String(before?.['CloseDate'] ?? '').slice(0, 7);
  return from !== '' && String(after['CloseDate'] ?? '').slice(0, 7) > from;
}

function writeStageLine(tx: Transaction, history: SObjectType, item: SaveItem): void {
  const { after, before } = item;
  const amount = after['Amount'] ?? null;
  const line: Row = {
    OpportunityId: item.id,
    CreatedById: tx.session.user.id,
    CreatedDate: tx.stamp,
    StageName: after['StageName'] ?? null,
    Amount: amount,
    ExpectedRevenue: amount === null ? null : (Number(amount) * Number(after['Probability'] ?? 0)) / 100,
    CloseDate: after['CloseDate'] ?? null,
    Probability: after['Probability'] ?? null,
    ForecastCategory: after['ForecastCategory'] ?? null,
    PrevAmount: before?.['Amount'] ?? null,
    PrevCloseDate: before?.['CloseDate'] ?? null,
    SystemModstamp: tx.stamp,
  };
  const known = Object.entries(line).filter(([name]) => history.field(name)?.stored);
  tx.records.insert(history, { ...Object.fromEntries(known), Id: tx.store.newId(history.keyPrefix) });
}
