import type { SObjectType } from '../schema/model.ts';
import type { Row } from '../org.ts';

export interface ObjectRights {
  readonly read: boolean;
  readonly create: boolean;
  readonly edit: boolean;
  readonly delete: boolean;
  readonly viewAll: boolean;
  readonly modifyAll: boolean;
}

/** What one user may do: profile plus assigned permission sets (and groups), read once per request. */
export interface Access {
  /** Equal for two requests exactly when everything below answers the same; caches key on it. */
  readonly fingerprint: string;
  object(type: SObjectType): ObjectRights;
  canReadField(type: SObjectType, field: string): boolean;
  canEditField(type: SObjectType, field: string): boolean;
  /** Custom permission by API name (`$Permission.X`). */
  hasCustomPermission(name: string): boolean;
  /** System permission by metadata name: `ViewAllData`, `ModifyAllData`, `ModifyMetadata`, `ApiEnabled` … */
  hasSystemPermission(name: string): boolean;
  /** Record type names assigned for an object; empty = master only. */
  recordTypes(objectName: string): readonly string[];
  /**
   * A SQL condition over alias `alias` (the object's table) that holds for the rows this user may see
   * by ownership, role hierarchy, sharing model, shares and master. `1` when everything is visible.
   */
  visibleWhere(
    type: SObjectType,
    alias: string,
  ): { readonly sql: string; readonly values: readonly (string | number)[] };
  /** Record-level check for one stored row, following masters up. */
  canReadRecord(type: SObjectType, row: Row): boolean;
  canEditRecord(type: SObjectType, row: Row): boolean;
  canDeleteRecord(type: SObjectType, row: Row): boolean;
  /** May the record be given to another owner? */
  canTransferRecord(type: SObjectType, row: Row): boolean;
  /** By sharing alone, whatever the rights on the object: 1 read, 2 edit, 3 everything an owner may. */
  reachesRecord(type: SObjectType, row: Row, level: 1 | 2 | 3): boolean;
}
