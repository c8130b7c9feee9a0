import userId from '@salesforce/user/Id';
import type { Draft } from './draft';

const keyOf = (deal: string, order: string | null) => `mf.dispatchRequest.${userId}.${deal}.${order ?? 'new'}`;

/** What was typed and not saved yet stays in this browser, whatever happens to the connection or the dialog. */
export function keepLocally(deal: string, draft: Draft): void {
  attempt(() => localStorage.setItem(keyOf(deal, draft.id), JSON.stringify(draft)));
}

export function forgetLocally(deal: string, order: string | null): void {
  attempt(() => localStorage.removeItem(keyOf(deal, order)));
}

export function keptLocally(deal: string, order: string | null): Draft | null {
  return attempt(() => JSON.parse(localStorage.getItem(keyOf(deal, order)) ?? 'null') as Draft | null) ?? null;
}

/** A browser may forbid or have filled its storage: the draft is then kept by the org alone. */
function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch (problem) {
    if (problem instanceof DOMException || problem instanceof SyntaxError) return undefined;
    throw problem;
  }
}
