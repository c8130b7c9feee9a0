import { orgFetch } from './org-fetch.ts';

export interface FieldInfo {
  readonly apiName: string;
  readonly label: string;
  readonly dataType: string;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly required: boolean;
  readonly nameField: boolean;
  readonly compound: boolean;
  readonly compoundFieldName: string | null;
  readonly inlineHelpText: string | null;
  readonly length: number;
  readonly precision: number;
  readonly scale: number;
  readonly extraTypeInfo: string | null;
  readonly htmlFormatted: boolean;
  readonly calculated: boolean;
  readonly custom: boolean;
  readonly reference: boolean;
  readonly referenceToInfos: readonly { readonly apiName: string; readonly nameFields: readonly string[] }[];
  readonly relationshipName: string | null;
  readonly controllerName: string | null;
  readonly sortable: boolean;
}

export interface ObjectInfo {
  readonly apiName: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly keyPrefix: string | null;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly deletable: boolean;
  readonly layoutable: boolean;
  readonly custom: boolean;
  readonly defaultRecordTypeId: string | null;
  readonly nameFields: readonly string[];
  readonly fields: Readonly<Record<string, FieldInfo>>;
  readonly recordTypeInfos: Readonly<
    Record<
      string,
      { readonly name: string; readonly recordTypeId: string; readonly available: boolean; readonly master: boolean }
    >
  >;
  readonly themeInfo?: { readonly color: string; readonly iconUrl: string } | null;
}

export interface PicklistValues {
  readonly controllerValues: Readonly<Record<string, number>>;
  readonly defaultValue: { readonly value: string } | null;
  readonly values: readonly {
    readonly label: string;
    readonly value: string;
    readonly validFor: readonly number[];
    readonly attributes: { readonly closed?: boolean; readonly won?: boolean } | null;
  }[];
}

const cache = new Map<string, Promise<unknown>>();

/** Schema answers hold for the life of the page; a failed one is asked again. */
export function cachedGet<T>(path: string): Promise<T> {
  let answer = cache.get(path);
  if (answer === undefined) {
    answer = orgFetch<T>(path);
    cache.set(path, answer);
    answer.catch(() => cache.delete(path));
  }
  return answer as Promise<T>;
}

export const objectInfo = (object: string): Promise<ObjectInfo> => cachedGet(`/ui-api/object-info/${object}`);

export const MASTER_RECORD_TYPE = '012000000000000AAA';

export const picklistsOf = (
  object: string,
  recordTypeId: string = MASTER_RECORD_TYPE,
): Promise<{ picklistFieldValues: Readonly<Record<string, PicklistValues>> }> =>
  cachedGet(`/ui-api/object-info/${object}/picklist-values/${recordTypeId}`);
