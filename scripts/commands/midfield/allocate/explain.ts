import { Flags } from '@salesforce/sf-plugins-core';
import { readExplanation, type WrittenExplanation } from '../../../tasks/allocate/read-explanation.ts';
import { readChanges, type WrittenChange } from '../../../tasks/allocate/read-changes.ts';
import { readWorthFormula } from '../../../tasks/allocate/read-worth-formula.ts';
import { allocateFlags } from '../../allocate-command.ts';
import { MidfieldCommand, orgFlags } from '../../midfield-command.ts';
import { messagesOf } from '../../render/messages.ts';

const messages = messagesOf('allocate.explain');

type WrittenCandidate = WrittenExplanation['candidates'][number];

export interface AllocateExplainResult extends Omit<WrittenExplanation, 'candidates'> {
  readonly candidates: readonly ExplainedCandidate[];
}

interface ExplainedCandidate extends WrittenCandidate {
  /** What the plan gives up and who moves when this person serves the order; null where that is not known. */
  readonly change: WrittenChange | null;
}

export default class AllocateExplain extends MidfieldCommand<AllocateExplainResult> {
  static override readonly summary = messages.getMessage('summary');
  static override readonly description = messages.getMessage('description');
  static override readonly examples = messages.getMessages('examples');
  static override readonly flags = {
    'target-org': orgFlags['target-org'],
    'api-version': orgFlags['api-version'],
    order: Flags.string({ summary: messages.getMessage('flags.order.summary'), required: true }),
    worth: allocateFlags.worth,
    'time-limit': Flags.integer({
      summary: messages.getMessage('flags.time-limit.summary'),
      min: 1,
      max: 600,
      default: 10,
    }),
  };

  async run(): Promise<AllocateExplainResult> {
    const { flags } = await this.parse(AllocateExplain);
    const context = this.contextFor(flags['target-org'], flags['api-version']);
    const written = await readExplanation(context.org, flags.order);
    const limits = { seconds: flags['time-limit'], formula: readWorthFormula(flags.worth) };
    const changes = await readChanges(context, flags.order, limits);
    const explanation = {
      ...written,
      candidates: written.candidates.map((one) => ({ ...one, change: changes.get(one.person) ?? null })),
    };
    this.log(messages.getMessage('order', [explanation.order, explanation.deal, explanation.status]));
    this.log(explanation.words.en);
    this.log(explanation.words.zh);
    const { breakdown, candidates } = explanation;
    const worth = breakdown.map(({ factor, score, weight }) => ({
      factor,
      score: score.toFixed(1),
      weight: String(weight),
      points: (score * weight).toFixed(1),
    }));
    if (worth.length > 0) this.table({ data: worth, title: messages.getMessage('worth') });
    this.table({ data: candidates.map(candidateLine), title: messages.getMessage('candidates') });
    return explanation;
  }
}

function candidateLine(one: ExplainedCandidate): Record<string, string> {
  const { person, rank, isChosen, fit, skill, availability, locality, cost, whyNot, change } = one;
  return {
    rank: rank === null ? '' : String(rank),
    person,
    fit: fit.toFixed(1),
    skill: skill.toFixed(1),
    availability: availability.toFixed(1),
    locality: locality.toFixed(1),
    cost: cost?.toFixed(1) ?? '',
    why: isChosen ? messages.getMessage('chosen') : (whyNot?.en ?? ''),
    'to change it': change === null ? '' : changeWords(change),
  };
}

function changeWords({ loss, moves }: WrittenChange): string {
  const nobody = messages.getMessage('nobody');
  const list = moves.map(
    ({ order, from, to }) => `${order}: ${from.join(', ') || nobody} → ${to.join(', ') || nobody}`,
  );
  return messages.getMessage('change', [loss.toFixed(2), list.join('; ')]);
}
