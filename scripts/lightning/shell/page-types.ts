import type { RecordRepresentation } from '../platform/data/record-types.ts';
import type { ObjectInfo } from '../platform/data/object-info-cache.ts';

export interface VisibilityRule {
  readonly filter?: string;
  readonly criteria: readonly { readonly left: string; readonly operator: string; readonly right: string }[];
}

export interface PageItem {
  readonly key: string;
  /** Component name; absent for a field. */
  readonly name?: string;
  readonly properties?: Readonly<Record<string, string | readonly string[]>>;
  readonly facets?: Readonly<Record<string, readonly PageItem[]>>;
  readonly field?: string;
  readonly behavior?: string;
  readonly visibility?: VisibilityRule;
}

export interface PageModel {
  readonly name: string;
  readonly label: string;
  readonly template: string;
  readonly regions: readonly { readonly name: string; readonly items: readonly PageItem[] }[];
}

/** What the components of a page know of their place. A page without a record has neither id nor object. */
export interface PageContext {
  readonly recordId?: string;
  readonly objectApiName?: string;
  readonly objectInfo?: ObjectInfo;
  /** The fields that visibility rules read, the name and the record type. */
  readonly record?: RecordRepresentation;
  readonly recordTypeName?: string;
}
