/**
 * The schema of an org as its engines see it: built-in objects plus everything deployed.
 * A schema is immutable; a deploy builds a new one and swaps it in (`Org.replaceSchema`).
 * Names are kept in canonical case; every look-up by name ignores case, as the platform does.
 */

import type { LookupFilter, SummaryField } from './filter-model.ts';

/** The type words of the platform's describe call. */
export type FieldType =
  | 'id'
  | 'reference'
  | 'string'
  | 'textarea'
  | 'picklist'
  | 'multipicklist'
  | 'combobox'
  | 'boolean'
  | 'int'
  | 'double'
  | 'currency'
  | 'percent'
  | 'date'
  | 'datetime'
  | 'time'
  | 'email'
  | 'phone'
  | 'url'
  | 'encryptedstring'
  | 'base64'
  | 'address'
  | 'location'
  | 'anyType';

export interface PicklistValue {
  /** What is stored. */
  readonly value: string;
  readonly label: string;
  readonly active: boolean;
  readonly isDefault: boolean;
  /** Language code (`zh_CN`) → label. */
  readonly translations?: Readonly<Record<string, string>>;
  /** Values of the controlling field under which this one is allowed; absent = no dependency. */
  readonly controllingValues?: readonly string[];
  /** Only on Opportunity.StageName. */
  readonly stage?: {
    readonly probability: number;
    readonly closed: boolean;
    readonly won: boolean;
    readonly forecastCategory: string;
  };
}

export interface Picklist {
  readonly restricted: boolean;
  readonly values: readonly PicklistValue[];
  readonly controllingField?: string;
}

export interface Reference {
  readonly kind: 'Lookup' | 'MasterDetail' | 'Hierarchy';
  /** Target object names; more than one = polymorphic (WhoId, OwnerId). */
  readonly to: readonly string[];
  /** `Deal__r`, `Account`, `Owner`: how a child reaches the parent in SOQL and formulas. */
  readonly relationshipName: string;
  /** `Gates__r`, `Opportunities`: how the parent reaches its children; absent = not queryable. */
  readonly childRelationshipName?: string;
  readonly onDelete: 'SetNull' | 'Restrict' | 'Cascade';
  /** Master-detail only. 0 = primary, 1 = secondary. */
  readonly order?: number;
  readonly reparentable?: boolean;
  /** True: read on the master is enough to write the detail (`writeRequiresMasterRead`). */
  readonly writeRequiresMasterRead?: boolean;
  /** Only an active one; an inactive filter is kept with its component and does nothing. */
  readonly filter?: LookupFilter;
}

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly translations?: Readonly<Record<string, string>>;
  /** What forms and lists call it, where that is not `label`: Account Name for Account ID. */
  readonly formLabel?: string;
  readonly formTranslations?: Readonly<Record<string, string>>;
  readonly type: FieldType;
  readonly custom: boolean;
  readonly length?: number;
  readonly precision?: number;
  readonly scale?: number;
  /** False: the save demands a value (system required or `required` in metadata). */
  readonly nillable: boolean;
  /** Whether the platform ever lets the API write it, before any field permission. */
  readonly createable: boolean;
  readonly updateable: boolean;
  /** Formula source of the default, or undefined. */
  readonly defaultValue?: string;
  readonly unique?: 'caseSensitive' | 'caseInsensitive';
  readonly externalId: boolean;
  /** The object's name field. */
  readonly nameField: boolean;
  /** An address or a geolocation as a whole, read only: what its value calls a part → the field of that part. */
  readonly compound?: Readonly<Record<string, string>>;
  /** The compound field that this one is a part of. */
  readonly compoundName?: string;
  /** Geolocations: shown as decimals and not as degrees. */
  readonly displayLocationInDecimal?: boolean;
  readonly formula?: { readonly source: string; readonly blanks: 'zero' | 'blank' };
  readonly summary?: SummaryField;
  readonly autoNumber?: { readonly format: string; readonly startAt: number };
  readonly picklist?: Picklist;
  readonly reference?: Reference;
  /** Rich text area: a textarea that holds HTML. */
  readonly richText?: boolean;
  readonly trackHistory: boolean;
  readonly inlineHelpText?: string;
  readonly helpTranslations?: Readonly<Record<string, string>>;
  readonly description?: string;
  /** Stored in its table. False for formula fields and computed built-ins. */
  readonly stored: boolean;
  /** Field permissions apply. False for Id, Name when required, master-detail, required and system fields: always visible. */
  readonly permissionable: boolean;
}

export interface ValidationRule {
  readonly name: string;
  readonly active: boolean;
  readonly condition: string;
  readonly message: string;
  readonly messageTranslations?: Readonly<Record<string, string>>;
  /** Absent = the error stands at the top of the page. */
  readonly errorField?: string;
}

export interface RecordType {
  readonly name: string;
  readonly label: string;
  readonly translations?: Readonly<Record<string, string>>;
  readonly active: boolean;
  readonly description?: string;
  readonly businessProcess?: string;
  /** Field name → allowed stored values and the default. A field not named allows nothing (platform rule for deployed record types). */
  readonly picklists: Readonly<Record<string, { readonly values: readonly string[]; readonly defaultValue?: string }>>;
}

export interface SObjectType {
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly translations?: Readonly<Record<string, { readonly label: string; readonly plural: string }>>;
  readonly keyPrefix: string;
  readonly custom: boolean;
  /** `Setup` objects (Profile, PermissionSet …) are readable by everyone and not writable through the data API unless flagged. */
  readonly kind: 'data' | 'setup' | 'share' | 'history';
  /** Custom settings: what `customSettingsType` says. */
  readonly customSetting?: 'Hierarchy' | 'List' | undefined;
  /** Also or only served under /tooling. */
  readonly tooling?: 'also' | 'only';
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly deletable: boolean;
  readonly queryable: boolean;
  readonly fields: readonly Field[];
  readonly validationRules: readonly ValidationRule[];
  readonly recordTypes: readonly RecordType[];
  readonly sharingModel: 'Private' | 'Read' | 'ReadWrite' | 'FullAccess' | 'ControlledByParent';
  readonly grantAccessUsingHierarchies: boolean;
  readonly description?: string;
  /** Case-insensitive. */
  field(name: string): Field | undefined;
  /** Finds the reference field behind `Deal__r` or `Account`; case-insensitive. */
  relationship(relationshipName: string): Field | undefined;
}

export interface ChildRelationship {
  readonly parent: string;
  readonly child: string;
  /** The child's reference field. */
  readonly field: string;
  readonly relationshipName?: string;
}

/** One deployed component, kept as it came so that retrieve gives it back. */
export interface Component {
  /** Metadata type: `CustomObject`, `CustomField`, `Flow`, `PermissionSet` … */
  readonly type: string;
  /** `Visit__c`, `Visit__c.Phase__c` … */
  readonly fullName: string;
  /** Parsed and typed content: repeated elements are arrays, booleans and numbers are converted. Shapes: `@salesforce/types/metadata`. */
  readonly content: Readonly<Record<string, unknown>>;
  /** Other files of the component (LWC sources, static resource body): path inside the package → bytes. */
  readonly files?: Readonly<Record<string, Uint8Array>>;
  readonly id: string;
  /** Custom objects: their three letters of every record id, given once and kept. */
  readonly keyPrefix?: string;
  readonly createdDate: string;
  readonly lastModifiedDate: string;
  readonly createdById: string;
  readonly lastModifiedById: string;
}

export interface Schema {
  /** Grows by one with every change; caches key on it. */
  readonly version: number;
  readonly objects: readonly SObjectType[];
  /** Case-insensitive. */
  object(name: string): SObjectType | undefined;
  objectByPrefix(keyPrefix: string): SObjectType | undefined;
  children(parent: string): readonly ChildRelationship[];
  /** All components of a metadata type; children (CustomField …) included under their own type. */
  components(type: string): readonly Component[];
  component(type: string, fullName: string): Component | undefined;
  /** Custom label text in a language, falling back to the label's own. */
  label(name: string, language: string): string | undefined;
}
