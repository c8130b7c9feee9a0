import type { Org, Row, User } from '../org.ts';
import type { SObjectType } from '../schema/model.ts';
import type { ObjectRights } from './contract.ts';

export interface VisibleWhere {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

/** 0 nothing, 1 read, 2 edit, 3 everything an owner may. */
export type AccessLevel = 0 | 1 | 2 | 3;

const ALL: VisibleWhere = { sql: '1', values: [] };

/** Which records a user sees beyond the rights on the object. */
export class RecordSharing {
  readonly #org: Org;
  readonly #user: User;
  readonly #rights: (type: SObjectType) => ObjectRights;

  constructor(org: Org, user: User, rights: (type: SObjectType) => ObjectRights) {
    this.#org = org;
    this.#user = user;
    this.#rights = rights;
  }

  visibleWhere(type: SObjectType, alias: string): VisibleWhere {
    if (this.#rights(type).viewAll || type.sharingModel !== 'Private' || !type.field('OwnerId')) return ALL;
    return { sql: `${alias}."OwnerId" = ?`, values: [this.#user.id] };
  }

  levelOf(type: SObjectType, row: Row): AccessLevel {
    const rights = this.#rights(type);
    if (rights.modifyAll) return 3;
    if (row['OwnerId'] === this.#user.id) return 3;
    if (type.sharingModel === 'ReadWrite' || type.sharingModel === 'FullAccess') return 2;
    return rights.viewAll || type.sharingModel === 'Read' ? 1 : 0;
  }

  parentOfCompanion(type: SObjectType): SObjectType | undefined {
    const parent = type.fields.find((field) => field.reference?.onDelete === 'Cascade')?.reference?.to[0];
    return parent === undefined ? undefined : this.#org.schema().object(parent);
  }
}
