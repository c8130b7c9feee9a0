import type { RecordRepresentation } from '../platform/data/record-types.ts';
import { word } from './words.ts';

export interface Stage {
  readonly value: string;
  readonly label: string;
}

export interface BoardCard {
  readonly id: string;
  readonly url: string;
  readonly name: string;
  readonly account: string;
  readonly amount: number;
  readonly hasAmount: boolean;
  readonly closeDate: string | null;
  readonly className: string;
  readonly moveLabel: string;
  readonly moves: readonly Stage[];
}

export interface BoardColumn extends Stage {
  readonly className: string;
  readonly cards: readonly BoardCard[];
  readonly count: number;
  readonly amount: number;
  readonly hasAmount: boolean;
  readonly empty: boolean;
  /** How many cards are not drawn; 0 = all are. */
  readonly hidden: number;
  readonly moreLabel: string;
}

export interface BoardState {
  readonly moving: Readonly<Record<string, string>>;
  readonly dragged: string | undefined;
  readonly over: string | undefined;
  /** Stage → how many cards are drawn. */
  readonly drawn: Readonly<Record<string, number>>;
}

/** A column draws so many cards at first and with each click on its end. */
export const CARDS_DRAWN = 50;

const amountOf = ({ fields }: RecordRepresentation): number => {
  const amount = fields['Amount']?.value;
  return typeof amount === 'number' ? amount : 0;
};

/** A stage that no record type offers any more still holds its records, so it gets a column too. */
export function boardColumns(
  records: readonly RecordRepresentation[],
  stages: readonly Stage[],
  state: BoardState,
): BoardColumn[] {
  const stageOf = (record: RecordRepresentation): string =>
    state.moving[record.id] ?? (record.fields['StageName']?.value as string | null | undefined) ?? '';
  const known = new Set(stages.map(({ value }) => value));
  const orphans = [...new Set(records.map(stageOf))]
    .filter((value) => !known.has(value))
    .map((value) => ({ value, label: value }));
  return [...stages, ...orphans].map((stage) => {
    const own = records.filter((record) => stageOf(record) === stage.value);
    const cards = own
      .slice(0, state.drawn[stage.value] ?? CARDS_DRAWN)
      .map((record) => cardOf(record, stages, stage, state));
    const amount = own.reduce((sum, record) => sum + amountOf(record), 0);
    const hidden = own.length - cards.length;
    return {
      ...stage,
      cards,
      amount,
      className: `column${state.over === stage.value ? ' over' : ''}`,
      count: own.length,
      hidden,
      moreLabel: word('showMore', Math.min(hidden, CARDS_DRAWN)),
      hasAmount: amount > 0,
      empty: own.length === 0,
    };
  });
}

function cardOf(record: RecordRepresentation, stages: readonly Stage[], own: Stage, state: BoardState): BoardCard {
  const { fields, id } = record;
  const amount = fields['Amount']?.value;
  const account = fields['Account']?.value as RecordRepresentation | null | undefined;
  const name = (fields['Name']?.value as string | null | undefined) ?? '';
  const waits = state.moving[id] !== undefined || state.dragged === id;
  return {
    id,
    name,
    url: `/lightning/r/${record.apiName}/${id}/view`,
    account: (account?.fields['Name']?.value as string | null | undefined) ?? '',
    amount: amountOf(record),
    hasAmount: typeof amount === 'number',
    closeDate: (fields['CloseDate']?.value as string | null | undefined) ?? null,
    className: `card${waits ? ' moving' : ''}`,
    moveLabel: word('moveMenu', name),
    moves: stages
      .filter(({ value }) => value !== own.value)
      .map(({ value, label }) => ({ value, label: word('moveTo', label) })),
  };
}
