import type { FullReleasePlan } from './whole-plan.ts';

/** The plan as it is kept with the release: one line for each part that does not stay as it is. */
export function planText({ items, publication }: Pick<FullReleasePlan, 'items' | 'publication'>): string {
  const lines = [
    ...items
      .filter(({ action }) => action !== 'same')
      .map(({ type, name, action, why }) => `${signs[action]} ${type} ${name}: ${why}`),
    ...publication
      .filter(({ action }) => action !== 'same')
      .map(({ key, action, why }) => `${action === 'publish' ? '+' : '-'} Playbook ${key}: ${why}`),
  ];
  return lines.join('\n');
}

export const signs = { add: '+', change: '~', remove: '-', same: '=', keep: '·' } as const;
