import type { FieldCheck } from '../gate/field-rules.ts';
import type { FieldKind } from '../gate/field-criterion.ts';
import { type CriterionFails, criterionCheck } from './criterion-check.ts';

/** An open deal, by the API names of its fields; a blank is an empty text. */
export type OpenDeal = Readonly<Record<string, string>>;

export interface ImpactLine {
  readonly unit: string;
  readonly dealType: string;
  readonly stage: string;
  readonly deals: number;
  /** The gate holds them now, by a criterion. */
  readonly held: number;
  readonly heldAfter: number;
  readonly newlyHeld: number;
  readonly freed: number;
}

export interface HeldDeal {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly stage: string;
  /** Keys of the checks that hold it and did not before. */
  readonly checks: readonly string[];
}

export interface ImpactSource {
  readonly before: readonly FieldCheck[];
  readonly after: readonly FieldCheck[];
  readonly kindOf: (field: string) => FieldKind;
  /** YYYY-MM-DD where the releasing person is. */
  readonly today: string;
  /** Most deals to name. */
  readonly named: number;
}

interface GateCheck {
  readonly key: string;
  readonly field: string;
  readonly fails: CriterionFails;
}

/** Counts, deal after deal, whose gate a release opens or shuts. Holds as much as there are units and stages, not deals. */
export class Impact {
  private readonly lines = new Map<string, { -readonly [K in keyof ImpactLine]: ImpactLine[K] }>();
  private readonly before: ReadonlyMap<string, readonly GateCheck[]>;
  private readonly after: ReadonlyMap<string, readonly GateCheck[]>;
  private readonly most: number;
  readonly held: HeldDeal[] = [];

  constructor(source: ImpactSource) {
    this.before = gates(source.before, source);
    this.after = gates(source.after, source);
    this.most = source.named;
  }

  add(deal: OpenDeal): void {
    const [dealType = '', stage = ''] = [deal['MF_Deal_Type__c'], deal['StageName']];
    const unit = deal['Owner.UserRole.Name'] ?? '';
    const gate = `${dealType}|${stage}`;
    const failed = failing(this.before.get(gate), deal);
    const fails = failing(this.after.get(gate), deal);
    const line = this.lineOf(unit, dealType, stage);
    line.deals += 1;
    if (failed.length > 0) line.held += 1;
    if (fails.length > 0) line.heldAfter += 1;
    if (failed.length > 0 && fails.length === 0) line.freed += 1;
    if (failed.length > 0 || fails.length === 0) return;
    line.newlyHeld += 1;
    if (this.held.length < this.most)
      this.held.push({ id: deal['Id'] ?? '', name: deal['Name'] ?? '', unit, stage, checks: fails });
  }

  /** In the order of unit and stage. */
  summary(): ImpactLine[] {
    return [...this.lines.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line);
  }

  private lineOf(unit: string, dealType: string, stage: string) {
    const key = `${unit}|${dealType}|${stage}`;
    const found = this.lines.get(key);
    if (found) return found;
    const line = { unit, dealType, stage, deals: 0, held: 0, heldAfter: 0, newlyHeld: 0, freed: 0 };
    this.lines.set(key, line);
    return line;
  }
}

/** Deal type and stage → what its gate asks of the fields. */
function gates(checks: readonly FieldCheck[], { kindOf, today }: ImpactSource): Map<string, GateCheck[]> {
  const found = new Map<string, GateCheck[]>();
  for (const { key, dealType, stage, criterion } of checks) {
    const gate = `${dealType}|${stage}`;
    const fails = criterionCheck(criterion, kindOf(criterion.field), today);
    found.set(gate, [...(found.get(gate) ?? []), { key, field: criterion.field, fails }]);
  }
  return found;
}

function failing(checks: readonly GateCheck[] | undefined, deal: OpenDeal): string[] {
  return (checks ?? []).filter(({ field, fails }) => fails(deal[field] ?? '')).map(({ key }) => key);
}
