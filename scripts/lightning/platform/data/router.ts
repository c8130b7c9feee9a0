import { referenceOf, urlOf } from './page-reference.ts';
import type { PageReference } from './page-reference.ts';

type Listener = (reference: PageReference | undefined) => void;

const listeners = new Set<Listener>();

export const currentReference = (): PageReference | undefined => referenceOf(new URL(location.href));

export function onNavigate(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function announce(): void {
  const reference = currentReference();
  for (const listener of listeners) listener(reference);
}

export function go(url: string, replace = false): void {
  const target = new URL(url, location.href);
  if (target.origin !== location.origin || !target.pathname.startsWith('/lightning')) {
    if (!['http:', 'https:', 'mailto:', 'tel:'].includes(target.protocol)) throw new Error(`Refused to open ${url}`);
    window.open(target.href, '_blank', 'noopener');
    return;
  }
  if (replace) history.replaceState(null, '', target.href);
  else history.pushState(null, '', target.href);
  announce();
}

export function navigate(reference: PageReference, replace = false): void {
  go(urlOf(reference), replace);
}

/** Our own links move within the page, unless the person asks the browser for a new tab. */
function followLink(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return;
  const link = event.composedPath().find((each): each is HTMLAnchorElement => each instanceof HTMLAnchorElement);
  if (link === undefined || link.target === '_blank' || !link.hasAttribute('href')) return;
  const url = new URL(link.href);
  if (url.origin !== location.origin || !url.pathname.startsWith('/lightning')) return;
  if (link.getAttribute('href')?.startsWith('#') === true) return;
  event.preventDefault();
  go(url.href);
}

export function startRouter(): void {
  addEventListener('popstate', announce);
  document.addEventListener('click', followLink);
}
