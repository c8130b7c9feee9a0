import { type ComponentType, differences, keyOf } from './component.ts';
import type { StoredRelease } from './stored-release.ts';

export interface ReleaseDifference {
  readonly action: 'add' | 'change' | 'remove';
  readonly type: ComponentType | 'Playbook';
  readonly name: string;
  readonly why: string;
}

/** What the later release has otherwise than the earlier one. Pure. */
export function compareReleases(earlier: StoredRelease, later: StoredRelease): ReleaseDifference[] {
  const before = new Map(earlier.components.map((component) => [keyOf(component), component]));
  const after = new Set(later.components.map(keyOf));
  return [
    ...versions(later, earlier).map((name) => ({ action: 'add', type: 'Playbook', name, why: 'published' }) as const),
    ...versions(earlier, later).map((name) => ({ action: 'remove', type: 'Playbook', name, why: 'retired' }) as const),
    ...later.components.flatMap((component): ReleaseDifference[] => {
      const { type, name } = component;
      const found = before.get(keyOf(component));
      if (!found) return [{ action: 'add', type, name, why: 'new' }];
      const changed = differences(found.content, component.content);
      return changed.length === 0 ? [] : [{ action: 'change', type, name, why: changed.join(', ') }];
    }),
    ...earlier.components
      .filter((component) => !after.has(keyOf(component)))
      .map(({ type, name }) => ({ action: 'remove', type, name, why: 'no longer asked for' }) as const),
  ];
}

function versions(of: StoredRelease, without: StoredRelease): string[] {
  return of.playbooks.filter((key) => !without.playbooks.includes(key));
}
