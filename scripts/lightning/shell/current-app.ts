import { hostValues } from './host-values.ts';
import type { AppNavigation } from './host-values.ts';

const KEY = 'lightning-app';

/** The app stays chosen in this browser, as an org remembers it for the user. */
export function currentApp(): AppNavigation {
  const chosen = localStorage.getItem(KEY);
  const found = hostValues.apps.find(({ name }) => name === chosen) ?? hostValues.apps[0];
  if (found === undefined) throw new Error('The org has no app');
  return found;
}

export function chooseApp(name: string): boolean {
  const known = hostValues.apps.some((app) => app.name === name);
  if (known) localStorage.setItem(KEY, name);
  return known;
}
