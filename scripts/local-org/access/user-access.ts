import type { Org, Row, User } from '../org.ts';
import type { Field, Schema, SObjectType } from '../schema/model.ts';
import type { Access, ObjectRights } from './contract.ts';
import type { Grants } from './grants.ts';
import { mastersOf } from './masters.ts';
import { RecordSharing } from './record-sharing.ts';
import { standardProfile } from './standard-profiles.ts';
import type { VisibleWhere } from './visible-where.ts';

const NOTHING: ObjectRights = {
  read: false,
  create: false,
  edit: false,
  delete: false,
  viewAll: false,
  modifyAll: false,
};
const EVERYTHING: ObjectRights = { read: true, create: true, edit: true, delete: true, viewAll: true, modifyAll: true };

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
    if (!field.permissionable || this.#grants.objects.get(type.name.toLowerCase())?.viewAllFields) return true;
    return this.#hasStandardField(type, field) || this.#grants.fields.has(fieldKey(type, field));
  }

  canEditField(type: SObjectType, name: string): boolean {
    const field = type.field(name);
    if (!field) return false;
    if (!field.permissionable || this.#hasStandardField(type, field)) return true;
    return this.#grants.fields.get(fieldKey(type, field)) === true;
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

  #rightsOn(type: SObjectType): ObjectRights {
    if (type.kind === 'setup') return this.#setupRights();
    if (type.kind !== 'data') return this.#companionRights(type);
    if (this.hasSystemPermission('ModifyAllData')) return EVERYTHING;
    if (type.name === 'Task' || type.name === 'Event') return this.#activityRights();
    if (!type.custom && type.sharingModel === 'ControlledByParent' && type.name !== 'Contact')
      return this.#companionRights(type);
    const granted = this.#grants.objects.get(type.name.toLowerCase()) ?? NOTHING;
    const all = this.hasSystemPermission('ViewAllData');
    return all ? { ...granted, read: true, viewAll: true } : granted;
  }

  /** The setup is open to read; writing it is for whoever customizes the org. */
  #setupRights(): ObjectRights {
    const write = this.hasSystemPermission('CustomizeApplication') || this.hasSystemPermission('ManageUsers');
    return { read: true, create: write, edit: write, delete: write, viewAll: true, modifyAll: write };
  }

  /** No profile grants these one by one. */
  #activityRights(): ObjectRights {
    const all = this.hasSystemPermission('ActivitiesAccess');
    return {
      ...NOTHING,
      read: all,
      create: all,
      edit: all,
      delete: all,
      viewAll: this.hasSystemPermission('ViewAllData'),
    };
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

function fieldKey(type: SObjectType, field: Field): string {
  return `${type.name}.${field.name}`.toLowerCase();
}
