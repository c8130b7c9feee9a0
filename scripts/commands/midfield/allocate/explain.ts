import { Flags } from '@salesforce/sf-plugins-core';
import { readExplanation, type WrittenExplanation } from '../../../tasks/allocate/read-explanation.ts';
import { MidfieldCommand, orgFlags } from '../../midfield-command.ts';
import { messagesOf } from '../../render/messages.ts';

const messages = messagesOf('allocate.explain');

export default class AllocateExplain extends MidfieldCommand<WrittenExplanation> {
  static override readonly summary = messages.getMessage('summary');
  static override readonly description = messages.getMessage('description');
  static override readonly examples = messages.getMessages('examples');
  static override readonly flags = {
    'target-org': orgFlags['target-org'],
    'api-version': orgFlags['api-version'],
    order: Flags.string({ summary: messages.getMessage('flags.order.summary'), required: true }),
  };

  async run(): Promise<WrittenExplanation> {
    const { flags } = await this.parse(AllocateExplain);
    const { org } = this.contextFor(flags['target-org'], flags['api-version']);
    const explanation = await readExplanation(org, flags.order);
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

function candidateLine(one: WrittenExplanation['candidates'][number]): Record<string, string> {
  const { person, rank, isChosen, fit, skill, availability, locality, cost, whyNot } = one;
  return {
    rank: rank === null ? '' : String(rank),
    person,
    fit: fit.toFixed(1),
    skill: skill.toFixed(1),
    availability: availability.toFixed(1),
    locality: locality.toFixed(1),
    cost: cost?.toFixed(1) ?? '',
    why: isChosen ? messages.getMessage('chosen') : (whyNot?.en ?? ''),
  };
}
