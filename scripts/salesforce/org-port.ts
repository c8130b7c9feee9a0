import type { ComponentSet } from '@salesforce/source-deploy-retrieve';

/** Field values of one record as the API takes and gives them. */
export type OrgRecord = Record<string, unknown>;

export interface WriteResult {
  readonly id: string | null;
  readonly success: boolean;
  readonly created: boolean;
  /** `FIELD_CUSTOM_VALIDATION_EXCEPTION: words (Field)`; empty on success. */
  readonly errors: readonly string[];
}

export interface WriteOptions {
  /** Called after each request with the number of rows done. */
  readonly onProgress?: (done: number) => void;
  readonly signal?: AbortSignal;
}

export interface DeployOptions {
  readonly checkOnly: boolean;
  readonly onProgress?: (done: number, total: number) => void;
}

export interface DeployOutcome {
  readonly id: string;
  readonly success: boolean;
  readonly components: number;
  readonly changed: number;
  /** `CustomField MF_Deal__c.Phase__c (line 3): words` */
  readonly failures: readonly string[];
}

/**
 * The one door to an org. Tasks know this and nothing of jsforce. Every call may throw MidfieldError
 * OrgUnreachable (connection, session) or OrgRejected (the org's own words).
 */
export interface OrgPort {
  readonly username: string;
  readonly instanceUrl: string;
  /** All rows, following the cursor. */
  query<T extends OrgRecord = OrgRecord>(soql: string): Promise<T[]>;
  /** Rows as they come, through the Bulk API: texts, a blank is an empty one. */
  stream(soql: string, signal?: AbortSignal): AsyncIterable<Record<string, string>>;
  toolingQuery<T extends OrgRecord = OrgRecord>(soql: string): Promise<T[]>;
  toolingUpdate(object: string, record: OrgRecord): Promise<void>;
  /** API names of all objects this user sees. */
  objects(): Promise<ReadonlySet<string>>;
  /** API names of an object's fields → type, as this user sees them. */
  fields(object: string): Promise<ReadonlyMap<string, string>>;
  /** Rows in requests of 200 sharing one parent order; a row lock or a busy org is tried again. Results in the order of rows. */
  insert(object: string, rows: readonly OrgRecord[], options?: WriteOptions): Promise<WriteResult[]>;
  update(object: string, rows: readonly OrgRecord[], options?: WriteOptions): Promise<WriteResult[]>;
  upsert(
    object: string,
    externalIdField: string,
    rows: readonly OrgRecord[],
    options?: WriteOptions,
  ): Promise<WriteResult[]>;
  /** Deletes by id, in requests of 200; one that is gone already is told as the org tells it. */
  remove(object: string, ids: readonly string[], options?: WriteOptions): Promise<WriteResult[]>;
  /** Full metadata of one component, or undefined when the org has none. */
  readMetadata(type: string, fullName: string): Promise<OrgRecord | undefined>;
  /** Full metadata of many components: name → metadata of each that is there. */
  readAllMetadata(type: string, fullNames: readonly string[]): Promise<ReadonlyMap<string, OrgRecord>>;
  listMetadata(type: string): Promise<string[]>;
  /** Picklists of an object that a user may fill in → their active values. */
  picklists(object: string): Promise<ReadonlyMap<string, readonly string[]>>;
  deploy(components: ComponentSet, options: DeployOptions): Promise<DeployOutcome>;
}
