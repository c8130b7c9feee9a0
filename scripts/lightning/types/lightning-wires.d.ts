/** Shapes that the data modules below share. */
interface LightningFieldValue {
  readonly displayValue: string | null;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a field holds text, number, checkbox or a record
  readonly value: any;
}

interface LightningRecord {
  readonly apiName: string;
  readonly id: string;
  readonly fields: Readonly<Record<string, LightningFieldValue>>;
  readonly recordTypeId?: string | null;
  readonly recordTypeInfo?: { readonly name: string; readonly recordTypeId: string } | null;
  readonly lastModifiedDate?: string | null;
  readonly systemModstamp?: string | null;
}

interface LightningRecordError {
  readonly errorCode?: string;
  readonly field?: string | null;
  readonly fieldLabel?: string | null;
  readonly message: string;
}

interface LightningErrorBody {
  readonly message?: string;
  readonly errorCode?: string;
  readonly statusCode?: number;
  readonly output?: {
    readonly errors?: readonly LightningRecordError[];
    readonly fieldErrors?: Readonly<Record<string, readonly LightningRecordError[]>>;
  };
}

/** What a wire gives and an imperative call rejects with when the org refuses. */
interface LightningFetchError {
  readonly body: LightningErrorBody | readonly LightningErrorBody[];
  readonly ok: false;
  readonly status: number;
  readonly statusText: string;
}

interface LightningWire<T> {
  readonly data?: T;
  readonly error?: LightningFetchError;
}

interface LightningFieldId {
  readonly fieldApiName: string;
  readonly objectApiName: string;
}

interface LightningObjectId {
  readonly objectApiName: string;
}

type LightningFields = string | LightningFieldId | readonly (string | LightningFieldId)[];

declare module 'lightning/uiRecordApi' {
  import type { WireAdapterConstructor } from 'lwc';
  export const getRecord: WireAdapterConstructor<
    {
      recordId: string | undefined;
      fields?: LightningFields;
      optionalFields?: LightningFields;
      layoutTypes?: string | readonly string[];
      modes?: string | readonly string[];
    },
    LightningWire<LightningRecord>
  >;
  export const getRecords: WireAdapterConstructor<
    {
      records: readonly { recordIds: readonly string[]; fields?: LightningFields; optionalFields?: LightningFields }[];
    },
    LightningWire<{ readonly results: readonly { readonly statusCode: number; readonly result: LightningRecord }[] }>
  >;
  export const getRecordUi: WireAdapterConstructor<
    {
      recordIds: string | readonly string[];
      layoutTypes: string | readonly string[];
      modes: string | readonly string[];
    },
    LightningWire<unknown>
  >;
  export const getRecordCreateDefaults: WireAdapterConstructor<
    { objectApiName: string | LightningObjectId; recordTypeId?: string },
    LightningWire<{ readonly record: LightningRecord }>
  >;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as LightningFieldValue
  export function getFieldValue(record: LightningRecord | null | undefined, field: string | LightningFieldId): any;
  export function getFieldDisplayValue(
    record: LightningRecord | null | undefined,
    field: string | LightningFieldId,
  ): string | null | undefined;
  export interface RecordInput {
    apiName?: string;
    fields: Record<string, unknown>;
    allowSaveOnDuplicate?: boolean;
  }
  export function createRecord(input: RecordInput): Promise<LightningRecord>;
  export function updateRecord(input: RecordInput, options?: { ifUnmodifiedSince?: string }): Promise<LightningRecord>;
  export function deleteRecord(recordId: string): Promise<void>;
  export function notifyRecordUpdateAvailable(items: readonly { recordId: string }[]): Promise<void>;
  export function getRecordNotifyChange(items: readonly { recordId: string }[]): void;
  export function generateRecordInputForCreate(record: LightningRecord, objectInfo?: object): RecordInput;
  export function generateRecordInputForUpdate(record: LightningRecord, objectInfo?: object): RecordInput;
  export function createRecordInputFilteredByEditedFields(input: RecordInput, original: LightningRecord): RecordInput;
}

declare module 'lightning/uiObjectInfoApi' {
  import type { WireAdapterConstructor } from 'lwc';
  export interface ObjectInfo {
    readonly apiName: string;
    readonly label: string;
    readonly labelPlural: string;
    readonly createable: boolean;
    readonly updateable: boolean;
    readonly deletable: boolean;
    readonly defaultRecordTypeId: string | null;
    readonly fields: Readonly<
      Record<
        string,
        {
          readonly apiName: string;
          readonly label: string;
          readonly dataType: string;
          readonly updateable: boolean;
          readonly createable: boolean;
          readonly required: boolean;
          readonly inlineHelpText: string | null;
        }
      >
    >;
    readonly recordTypeInfos: Readonly<
      Record<string, { readonly name: string; readonly recordTypeId: string; readonly available: boolean }>
    >;
  }
  export interface PicklistValues {
    readonly controllerValues: Readonly<Record<string, number>>;
    readonly defaultValue: { readonly value: string } | null;
    readonly values: readonly {
      readonly label: string;
      readonly value: string;
      readonly validFor: readonly number[];
    }[];
  }
  export const getObjectInfo: WireAdapterConstructor<
    { objectApiName: string | LightningObjectId | undefined },
    LightningWire<ObjectInfo>
  >;
  export const getObjectInfos: WireAdapterConstructor<
    { objectApiNames: readonly (string | LightningObjectId)[] },
    LightningWire<{ readonly results: readonly { readonly statusCode: number; readonly result: ObjectInfo }[] }>
  >;
  export const getPicklistValues: WireAdapterConstructor<
    { fieldApiName: string | LightningFieldId; recordTypeId: string | undefined },
    LightningWire<PicklistValues>
  >;
  export const getPicklistValuesByRecordType: WireAdapterConstructor<
    { objectApiName: string | LightningObjectId; recordTypeId: string | undefined },
    LightningWire<{ readonly picklistFieldValues: Readonly<Record<string, PicklistValues>> }>
  >;
}

declare module 'lightning/uiRelatedListApi' {
  import type { WireAdapterConstructor } from 'lwc';
  interface RelatedListConfig {
    parentRecordId: string | undefined;
    relatedListId: string;
    fields?: LightningFields;
    optionalFields?: LightningFields;
    sortBy?: string | readonly string[];
    where?: string;
    pageSize?: number;
    pageToken?: string;
  }
  export const getRelatedListRecords: WireAdapterConstructor<
    RelatedListConfig,
    LightningWire<{
      readonly count: number;
      readonly records: readonly LightningRecord[];
      readonly nextPageToken: string | null;
    }>
  >;
  export const getRelatedListCount: WireAdapterConstructor<
    { parentRecordId: string | undefined; relatedListId: string },
    LightningWire<{ readonly count: number }>
  >;
  export const getRelatedListsInfo: WireAdapterConstructor<
    { parentObjectApiName: string | LightningObjectId; recordTypeId?: string },
    LightningWire<{ readonly relatedLists: readonly { readonly relatedListId: string; readonly label: string }[] }>
  >;
  export const getRelatedListInfo: WireAdapterConstructor<
    { parentObjectApiName: string | LightningObjectId; relatedListId: string; recordTypeId?: string },
    LightningWire<unknown>
  >;
}

declare module 'lightning/uiListsApi' {
  import type { WireAdapterConstructor } from 'lwc';
  interface ListConfig {
    objectApiName: string | LightningObjectId;
    listViewApiName?: string;
    fields?: LightningFields;
    optionalFields?: LightningFields;
    sortBy?: string | readonly string[];
    where?: string;
    pageSize?: number;
    pageToken?: string;
  }
  export const getListInfoByName: WireAdapterConstructor<ListConfig, LightningWire<unknown>>;
  export const getListInfosByObjectName: WireAdapterConstructor<ListConfig, LightningWire<unknown>>;
  export const getListRecordsByName: WireAdapterConstructor<ListConfig, LightningWire<unknown>>;
}

interface LightningGraphQLError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: unknown;
}

interface LightningGraphQLConfig {
  query: object | undefined;
  variables?: Record<string, unknown>;
  operationName?: string;
}

interface LightningGraphQLResult {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- its shape is the query's
  readonly data?: any;
  readonly errors?: readonly LightningGraphQLError[];
  readonly refresh?: () => Promise<void>;
}

declare module 'lightning/graphql' {
  import type { WireAdapterConstructor } from 'lwc';
  export function gql(parts: TemplateStringsArray, ...inserts: readonly (string | object)[]): object;
  export const graphql: WireAdapterConstructor<LightningGraphQLConfig, LightningGraphQLResult>;
  export function executeMutation(config: LightningGraphQLConfig): Promise<LightningGraphQLResult>;
}

declare module 'lightning/uiGraphQLApi' {
  import type { WireAdapterConstructor } from 'lwc';
  export function gql(parts: TemplateStringsArray, ...inserts: readonly (string | object)[]): object;
  export const graphql: WireAdapterConstructor<LightningGraphQLConfig, LightningGraphQLResult>;
  export function refreshGraphQL(result: object): Promise<void>;
}
