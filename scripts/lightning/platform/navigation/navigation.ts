import { currentReference, navigate, onNavigate } from '../data/router.ts';
import { urlOf } from '../data/page-reference.ts';
import type { PageReference } from '../data/page-reference.ts';

const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

type Constructor = new (...args: never[]) => object;

/** Gives a component `this[NavigationMixin.Navigate](reference, replace)` and `this[NavigationMixin.GenerateUrl](reference)`. */
function mixin<Base extends Constructor>(base: Base) {
  const Super = base as unknown as new () => object;
  return class extends Super {
    [Navigate](reference: PageReference, replace = false): void {
      navigate(reference, replace);
    }

    [GenerateUrl](reference: PageReference): Promise<string> {
      return Promise.resolve(urlOf(reference));
    }
  };
}

export const NavigationMixin = Object.assign(mixin, { Navigate, GenerateUrl });

export class CurrentPageReference {
  readonly #emit: (reference: PageReference | undefined) => void;
  #stop: (() => void) | undefined;

  constructor(emit: (reference: PageReference | undefined) => void) {
    this.#emit = emit;
  }

  connect(): void {
    this.#stop = onNavigate(this.#emit);
    this.#emit(currentReference());
  }

  update(): void {
    return undefined;
  }

  disconnect(): void {
    this.#stop?.();
  }
}

/** Context-based form of the same. */
export class NavigationContext {
  readonly #emit: (context: object) => void;

  constructor(emit: (context: object) => void) {
    this.#emit = emit;
  }

  connect(): void {
    this.#emit({});
  }

  update(): void {
    return undefined;
  }

  disconnect(): void {
    return undefined;
  }
}

const navigateFrom = (_context: object, reference: PageReference, options: { readonly replace?: boolean } = {}): void =>
  navigate(reference, options.replace === true);

export { navigateFrom as navigate };

export const generateUrl = (_context: object, reference: PageReference): Promise<string> =>
  Promise.resolve(urlOf(reference));
