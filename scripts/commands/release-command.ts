import { join } from 'node:path';
import { Flags } from '@salesforce/sf-plugins-core';
import { MidfieldError } from '../model/errors.ts';
import { signs } from '../tasks/playbook-release/plan-text.ts';
import { type FullReleasePlan, takenAway } from '../tasks/playbook-release/whole-plan.ts';
import { MidfieldCommand } from './midfield-command.ts';
import { messagesOf, packageRoot } from './render/messages.ts';

const messages = messagesOf('playbook');

export const configFlag = {
  config: Flags.directory({
    summary: messages.getMessage('flags.config.summary'),
    default: join(packageRoot, 'config'),
  }),
};

/** One line of a plan, as scripts read it. */
export interface ReleasePart {
  readonly action: string;
  readonly type: string;
  readonly name: string;
  readonly why: string;
}

export interface ReleaseShown {
  /** Release that the org is at; null before the first. */
  readonly after: string | null;
  readonly parts: readonly ReleasePart[];
  readonly blockers: readonly string[];
  readonly drift: readonly string[];
  /** Nothing differs, and the org knows it as released. */
  readonly unchanged: boolean;
}

/** What the commands of releases share: how a plan is shown and confirmed. */
export abstract class ReleaseCommand<T> extends MidfieldCommand<T> {
  /** Beside the auth files of nobody: a folder of this run alone, so that two never write into each other's. */
  protected workDirectory(): string {
    return join(this.config.cacheDir, 'midfield', `release-${process.pid}`);
  }

  protected showPlan(plan: FullReleasePlan, all: boolean): ReleaseShown {
    const parts = partsOf(plan);
    const shown = parts.filter(({ action }) => all || action !== 'same');
    if (shown.length > 0)
      this.table({
        data: shown.map((part) => ({ ...part, action: `${signOf(part.action)} ${part.action}` })),
        columns: ['action', 'type', 'name', 'why'],
      });
    plan.drift.forEach((line) => this.warn(messages.getMessage('drift', [line])));
    plan.blockers.forEach((line) => this.warn(messages.getMessage('blocker', [line])));
    const count = (...actions: string[]) => parts.filter(({ action }) => actions.includes(action)).length;
    this.log(
      messages.getMessage('counts', [
        count('add', 'publish'),
        count('change'),
        count('remove', 'retire'),
        count('same', 'keep'),
        plan.last?.name ?? messages.getMessage('installation'),
      ]),
    );
    const { blockers, drift, isDone: unchanged } = plan;
    return { after: plan.last?.name ?? null, parts, blockers, drift, unchanged };
  }

  /** What is taken away is named first; who cannot be asked has to say so beforehand. */
  protected async confirmTaken(plan: FullReleasePlan, noPrompt: boolean): Promise<void> {
    const taken = takenAway(plan);
    if (taken.length === 0 || noPrompt) return;
    const canAsk = process.stdin.isTTY && !this.jsonEnabled();
    const isWanted = canAsk && (await this.confirm({ message: messages.getMessage('confirm', [taken.join('\n  ')]) }));
    if (!isWanted) throw new MidfieldError('ReleaseUnconfirmed', [taken.map((line) => `✖ ${line}`).join('\n')]);
  }
}

function partsOf({ items, publication }: FullReleasePlan): ReleasePart[] {
  return [
    ...items.map(({ action, type, name, why }) => ({ action, type, name, why })),
    ...publication.map(({ action, key, why }) => ({ action, type: 'Playbook', name: key, why })),
  ];
}

function signOf(action: string): string {
  if (action === 'publish') return signs.add;
  if (action === 'retire') return signs.remove;
  return signs[action as keyof typeof signs];
}
