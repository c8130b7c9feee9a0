import { listen } from './changes.ts';
import { orgFetch, queryString } from './org-fetch.ts';
import { qualifiedAll } from './record-types.ts';
import type { FieldReference, RecordRepresentation } from './record-types.ts';
import { requestSource, wireAdapter } from './wire-adapter.ts';
import type { WireResult } from './wire-adapter.ts';

export interface LayoutItemComponent {
  readonly apiName: string | null;
  readonly componentType: string;
  readonly label: string | null;
}

export interface LayoutItem {
  readonly editableForNew: boolean;
  readonly editableForUpdate: boolean;
  readonly label: string;
  readonly layoutComponents: readonly LayoutItemComponent[];
  readonly required: boolean;
  readonly sortable: boolean;
}

export interface LayoutSection {
  readonly id: string;
  readonly heading: string;
  readonly useHeading: boolean;
  readonly columns: number;
  readonly rows: number;
  readonly layoutRows: readonly { readonly layoutItems: readonly LayoutItem[] }[];
}

export interface Layout {
  readonly id: string;
  readonly layoutType: string;
  readonly mode: string;
  readonly sections: readonly LayoutSection[];
}

export interface RecordUi {
  readonly records: Readonly<Record<string, RecordRepresentation>>;
  readonly layouts: Readonly<
    Record<string, Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, Layout>>>>>>>
  >;
  readonly objectInfos: Readonly<Record<string, unknown>>;
}

interface RecordUiConfig {
  readonly recordIds: string | readonly string[] | undefined;
  readonly layoutTypes: string | readonly string[];
  readonly modes: string | readonly string[];
  readonly optionalFields?: FieldReference | readonly FieldReference[];
}

export const getRecordUi = wireAdapter<RecordUiConfig, WireResult<RecordUi>>(
  requestSource(
    ({ recordIds, layoutTypes, modes, optionalFields }) => {
      if (!recordIds || recordIds.length === 0) return undefined;
      const parameters = {
        layoutTypes: [layoutTypes].flat(),
        modes: [modes].flat(),
        optionalFields: qualifiedAll(optionalFields),
      };
      return () => orgFetch(`/ui-api/record-ui/${[recordIds].flat().join(',')}${queryString(parameters)}`);
    },
    (_data, refetch) => listen({ shows: () => new Set(), refresh: refetch }),
  ),
);

interface CreateDefaultsConfig {
  readonly objectApiName: string | { readonly objectApiName: string } | undefined;
  readonly recordTypeId?: string;
  readonly formFactor?: string;
  readonly optionalFields?: FieldReference | readonly FieldReference[];
}

export const getRecordCreateDefaults = wireAdapter<CreateDefaultsConfig, WireResult<unknown>>(
  requestSource(({ objectApiName, recordTypeId, formFactor, optionalFields }) => {
    if (!objectApiName) return undefined;
    const object = typeof objectApiName === 'string' ? objectApiName : objectApiName.objectApiName;
    const parameters = { recordTypeId, formFactor, optionalFields: qualifiedAll(optionalFields) };
    return () => orgFetch(`/ui-api/record-defaults/create/${object}${queryString(parameters)}`);
  }),
);
