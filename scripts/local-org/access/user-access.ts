import type { Org, Row, User } from '../org.ts';
import type { Field, Schema, SObjectType } from '../schema/model.ts';
import type { Access, ObjectRights } from './contract.ts';
import type { Grants } from './grants.ts';
import { mastersOf } from './masters.ts';
import { RecordSharing } from './record-sharing.ts';
import { standardProfile } from './standard-profiles.ts';
import { setupRights } from './setup-rights.ts';
import type { AccessLevel, VisibleWhere } from './visible-where.ts';

const NOTHING: ObjectRights = {
  read: false,
  create: false,
  edit: false,
  delete: false,
  viewAll: false,
  modifyAll: false,
};
const EVERYTHING: ObjectRights = { read: true, create: true, edit: true, delete: true, viewAll: true, modifyAll: true };

/** Permissions to give away any record that one may edit. */
const TRANSFER: Readonly<Record<string, string>> = { Case: 'TransferAnyCase', Lead: 'TransferAnyLead' };

/** Profile and permission sets of one user, and sharing on top of them. */
export class UserAccess implements Access {
  readonly fingerprint: string;
  readonly #grants: Grants;
  readonly #standardFields: boolean;
  readonly #sharing: RecordSharing;
  readonly #rights = new Map<SObjectType, ObjectRights>();
  readonly #schema: () => Schema;

  constructor(org: Org, user: User, grants: Grants, fingerprint: string) {
    this.fingerprint = fingerprint;
    this.#grants = grants;
    this.#schema = () => org.schema();
    this.#standardFields = standardProfile(grants.profileName)?.standardFields ?? false;
    this.#sharing = new RecordSharing(org, user, (type) => this.object(type));
  }

  object(type: SObjectType): ObjectRights {
    let rights = this.#rights.get(type);
    if (!rights) this.#rights.set(type, (rights = this.#rightsOn(type)));
    return rights;
  }

  canReadField(type: SObjectType, name: string): boolean {
    const field = type.field(name);
    if (!field) return false;
    // A name is never hidden from whoever sees the record.
    if (!field.permissionable || field.nameField) return true;
    if (this.#grants.objects.get(type.name.toLowerCase())?.viewAllFields) return true;
    return this.#hasStandardField(type, field) || this.#grants.fields.get(grantKey(type, field))?.read === true;
  }

  canEditField(type: SObjectType, name: string): boolean {
    const field = type.field(name);
    if (!field) return false;
    if (!field.permissionable || this.#hasStandardField(type, field)) return true;
    return this.#grants.fields.get(grantKey(type, field))?.edit === true;
  }

  hasCustomPermission(name: string): boolean {
    return this.#grants.custom.has(name.toLowerCase());
  }

  hasSystemPermission(name: string): boolean {
    return this.#grants.system.has(name.toLowerCase());
  }

  recordTypes(objectName: string): readonly string[] {
    return this.#grants.recordTypes.get(objectName.toLowerCase()) ?? [];
  }

  visibleWhere(type: SObjectType, alias: string): VisibleWhere {
    return this.#sharing.where(type, alias, 1);
  }

  canReadRecord(type: SObjectType, row: Row): boolean {
    return this.object(type).read && this.#sharing.has(type, row, 1);
  }

  canEditRecord(type: SObjectType, row: Row): boolean {
    return this.object(type).edit && this.#sharing.has(type, row, 2);
  }

  canDeleteRecord(type: SObjectType, row: Row): boolean {
    return this.object(type).delete && this.#sharing.has(type, row, 3);
  }

  /** Whoever owns a record or stands above its owner gives it away; others need a permission to transfer what they edit. */
  canTransferRecord(type: SObjectType, row: Row): boolean {
    if (!this.object(type).edit || !type.field('OwnerId')) return false;
    const level = this.hasSystemPermission(TRANSFER[type.name] ?? 'TransferAnyEntity') ? 2 : 3;
    return this.#sharing.has(type, row, level);
  }

  reachesRecord(type: SObjectType, row: Row, level: AccessLevel): boolean {
    return this.#sharing.has(type, row, level);
  }

  #rightsOn(type: SObjectType): ObjectRights {
    if (type.kind === 'setup') return setupRights(type.name, (permission) => this.hasSystemPermission(permission));
    if (type.kind !== 'data') return this.#companionRights(type);
    if (this.hasSystemPermission('ModifyAllData')) return EVERYTHING;
    if (type.name === 'Task' || type.name === 'Event') return this.#activityRights(type.name);
    if (!type.custom && type.sharingModel === 'ControlledByParent' && type.name !== 'Contact')
      return this.#companionRights(type);
    const granted = this.#grants.objects.get(type.name.toLowerCase()) ?? NOTHING;
    const all = this.hasSystemPermission('ViewAllData');
    return all ? { ...granted, read: true, viewAll: true } : granted;
  }

  /** No profile grants these one by one: to see activities is one permission, to write them another. */
  #activityRights(name: 'Task' | 'Event'): ObjectRights {
    const read = this.hasSystemPermission('ActivitiesAccess');
    const write = read && this.hasSystemPermission(`Edit${name}`);
    const viewAll = this.hasSystemPermission('ViewAllData');
    return { ...NOTHING, read: read || viewAll, create: write, edit: write, delete: write, viewAll };
  }

  /** Shares, histories and built-in details follow the object that they stand beside. */
  #companionRights(type: SObjectType): ObjectRights {
    const parent = mastersOf(this.#schema(), type)[0]?.type;
    if (!parent) return EVERYTHING;
    const rights = this.object(parent);
    return { ...rights, create: rights.edit, delete: rights.edit };
  }

  #hasStandardField(type: SObjectType, field: Field): boolean {
    return this.#standardFields && !field.custom && !type.custom;
  }
}

/** A geolocation is granted as one, an address by its parts; a whole address is seen by whoever sees its first part. */
function grantKey(type: SObjectType, field: Field): string {
  const name = field.custom ? (field.compoundName ?? field.name) : (field.compound?.['street'] ?? field.name);
  return `${type.name}.${name}`.toLowerCase();
}
