import { NotSupportedError } from '../../errors.ts';
import type { FormulaReference } from '../../formula/contract.ts';
import type { FieldValue } from '../../org.ts';
import { settingRows, settingValue } from '../../save/setting-values.ts';
import type { Schema } from '../../schema/model.ts';
import type { RunContext } from '../run-context.ts';
import { bind, type Sql } from './sql.ts';

type Read = (context: RunContext) => FieldValue;

/** `$User.Name`, `$Permission.X`, `$Label.Y`: known when the query runs, the same for every row. */
export function globalValue(schema: Schema, reference: FormulaReference): Sql {
  const [family = '', name = '', ...rest] = reference.path;
  if (family.toLowerCase() === '$custommetadata') return metadataValue(schema, name, rest);
  if (family.toLowerCase() === '$setup') return settingHere(schema, name, rest[0] ?? '');
  const read = reader(schema, family.toLowerCase(), name);
  if (!read || rest.length > 0) throw new NotSupportedError(`formula global ${reference.path.join('.')} in a query`);
  return bind((context) => {
    const value = read(context);
    return typeof value === 'boolean' ? (value ? 1 : 0) : value;
  });
}

/** `$CustomMetadata.Type__mdt.Record.Field__c`: deployed with the package, the same for everybody. */
function metadataValue(schema: Schema, typeName: string, [record = '', fieldName = '']: readonly string[]): Sql {
  const type = schema.object(typeName);
  const field = type?.field(fieldName);
  if (!type || !field?.stored)
    throw new NotSupportedError(`formula global $CustomMetadata.${typeName}.${record}.${fieldName} in a query`);
  const sql = `SELECT "${field.name}" AS "value" FROM "${type.name}" WHERE "DeveloperName" = ? COLLATE NOCASE`;
  return bind((context) => context.session.org.store.prepare(sql).get(record)?.['value'] ?? null);
}

/** `$Setup.Limits__c.Days__c` for the user who asks. */
function settingHere(schema: Schema, object: string, fieldName: string): Sql {
  const type = schema.object(object);
  return bind((context) => {
    const { user, org } = context.session;
    const holders = [user.id, user.profileId, organizationId(context)];
    const value = settingValue(type ? settingRows(org.store, type, holders) : [], type?.field(fieldName));
    return typeof value === 'boolean' ? Number(value) : value;
  });
}

function reader(schema: Schema, family: string, name: string): Read | undefined {
  switch (family) {
    case '$user':
      return setupValue(schema, 'User', name, (context) => context.session.user.id);
    case '$profile':
      return setupValue(schema, 'Profile', name, (context) => context.session.user.profileId);
    case '$userrole':
      return setupValue(schema, 'UserRole', name, (context) => context.session.user.roleId);
    case '$organization':
      return setupValue(schema, 'Organization', name, organizationId);
    case '$permission':
      return (context) => context.session.access.hasCustomPermission(name);
    case '$label':
      return (context) => schema.label(name, context.language) ?? null;
    default:
      return undefined;
  }
}

function setupValue(schema: Schema, object: string, name: string, idOf: (context: RunContext) => string | null): Read {
  const type = schema.object(object);
  const field = type?.field(name);
  return (context) => {
    const id = idOf(context);
    if (object === 'User' && field?.name === 'Name') return context.session.user.name;
    if (!type || id === null) return null;
    if (!field?.stored) throw new NotSupportedError(`formula global $${object}.${name} in a query`);
    return context.session.org.store.get(type, id)?.[field.name] ?? null;
  };
}

function organizationId(context: RunContext): string | null {
  const row = context.session.org.store.prepare('SELECT "Id" FROM "Organization" LIMIT 1').get();
  return row ? String(row['Id']) : null;
}
