import type { SObjectType } from '../../schema/model.ts';
import { userRecordAccess } from './user-record-access.ts';
import type { VirtualTable } from './virtual-table.ts';

const tables: readonly VirtualTable[] = [userRecordAccess];

export function virtualTable(name: string): VirtualTable | undefined {
  return tables.find(({ type }) => type.name.toLowerCase() === name.toLowerCase());
}

export function virtualTableOf(type: SObjectType): VirtualTable | undefined {
  return tables.find((table) => table.type === type);
}
