import { createElement } from 'lwc';

type Props = Readonly<Record<string, unknown>>;

/** Puts a component with its properties into the document. */
export function render(tag: string, component: never, props: Props = {}): HTMLElement & { shadowRoot: ShadowRoot } {
  const element = createElement(tag, { is: component });
  Object.assign(element, props);
  document.body.appendChild(element);
  return element as HTMLElement & { shadowRoot: ShadowRoot };
}

/** Lets wires, promises and re-rendering come to rest. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 8; turn++) await Promise.resolve();
}

/** All elements below a root through every shadow root, by selector. */
export function all<T extends HTMLElement = HTMLElement>(root: ParentNode, selector: string): T[] {
  const here = [...root.querySelectorAll<T>(selector)];
  const inside = [...root.querySelectorAll('*')].flatMap((element) =>
    element.shadowRoot ? all<T>(element.shadowRoot, selector) : [],
  );
  return [...here, ...inside];
}

/** The visible words below a root, stubs of base components giving their labels. */
export function words(root: ParentNode): string {
  const own = all(root, 'p, h2, h3, span, li, button').map((element) => element.textContent ?? '');
  const labels = all<HTMLElement & { label?: string }>(root, '*').map((element) => element.label ?? '');
  return [...own, ...labels].join('\n');
}
