import { refreshAll } from '../data/changes.ts';

export const REFRESH_COMPLETE = 'refreshComplete';
export const REFRESH_COMPLETE_WITH_ERRORS = 'refreshCompleteWithErrors';
export const REFRESH_ERROR = 'refreshError';

type Handler = (status: Promise<unknown>) => Promise<unknown> | undefined;

interface Registration {
  readonly element: EventTarget;
  readonly handler: Handler;
}

const handlers = new Map<string, Registration>();
const containers = new Map<string, { readonly element: EventTarget; readonly listener: EventListener }>();
let next = 0;

export class RefreshEvent extends CustomEvent<undefined> {
  static readonly type = 'lightning__refresh';

  constructor() {
    super(RefreshEvent.type, { bubbles: true, composed: true });
  }
}

export function registerRefreshHandler(element: EventTarget, handler: Handler): string {
  const id = `handler-${++next}`;
  handlers.set(id, { element, handler: handler.bind(element) });
  return id;
}

export function unregisterRefreshHandler(id: string): boolean {
  return handlers.delete(id);
}

/** A component that answers refresh requests from below it in place of the page. */
export function registerRefreshContainer(element: EventTarget, callback: Handler): string {
  const id = `container-${++next}`;
  const listener = (event: Event): void => {
    event.stopPropagation();
    void callback.call(element, runHandlers());
  };
  element.addEventListener(RefreshEvent.type, listener);
  containers.set(id, { element, listener });
  return id;
}

export function unregisterRefreshContainer(id: string): boolean {
  const container = containers.get(id);
  container?.element.removeEventListener(RefreshEvent.type, container.listener);
  return containers.delete(id);
}

async function runHandlers(): Promise<string> {
  const results = await Promise.allSettled(
    [...handlers.values()].map(async ({ handler }) => handler(Promise.resolve())),
  );
  return results.some(({ status }) => status === 'rejected') ? REFRESH_COMPLETE_WITH_ERRORS : REFRESH_COMPLETE;
}

/** The page's own answer to a RefreshEvent: the data service first, then the registered handlers. */
export async function refreshPage(): Promise<void> {
  await refreshAll();
  await runHandlers();
}
