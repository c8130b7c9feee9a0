import { NotSupportedError } from '../errors.ts';
import type { FieldValue, Row } from '../org.ts';
import type { SObjectType } from '../schema/model.ts';
import type { Accessor } from './accessor.ts';
import type { RecordView } from './record-view.ts';
import { settingRows, settingValue } from './setting-values.ts';

type Reader = (view: RecordView) => FieldValue;

/** `$User.Name`, `$Permission.X`, `$Label.Y` … read for whoever runs the save. */
export function globalAccessor(type: SObjectType, path: readonly string[]): Accessor {
  const read = reader((path[0] ?? '').toLowerCase(), path.slice(1));
  if (read === undefined) throw new NotSupportedError(`formula global ${path.join('.')} on ${type.name}`);
  return { steps: [], read };
}

function reader(family: string, path: readonly string[]): Reader | undefined {
  const name = path[0] ?? '';
  switch (family) {
    case '$user':
      return (view) => setupValue(view, 'User', view.tx.session.user.id, path);
    case '$profile':
      return (view) => setupValue(view, 'Profile', view.tx.session.user.profileId, path);
    case '$userrole':
      return (view) => setupValue(view, 'UserRole', view.tx.session.user.roleId, path);
    case '$organization':
      return (view) => setupValue(view, 'Organization', organizationId(view), path);
    case '$custommetadata':
      return (view) => setupValue(view, name, metadataRecordId(view, name, path[1] ?? ''), path.slice(2));
    case '$setup':
      return (view) => settingHere(view, name, path[1] ?? '');
    case '$system':
      return () => '1900-01-01T00:00:00.000Z';
    case '$permission':
      return (view) => view.tx.session.access.hasCustomPermission(name);
    case '$label':
      return (view) => view.tx.schema.label(name, view.tx.session.user.language) ?? null;
    case '$recordtype':
      return (view) => valueAt(view, ['RecordType', ...path]);
    default:
      return undefined;
  }
}

function setupValue(view: RecordView, object: string, id: string | null, path: readonly string[]): FieldValue {
  const type = view.tx.schema.object(object);
  const row = type && id !== null ? view.tx.records.get(type, id) : undefined;
  return type && row ? valueAt(view.of(type, row), path) : null;
}

/** Settings are read once in a transaction, as the platform's cache holds them. */
function settingHere(view: RecordView, object: string, field: string): FieldValue {
  const { store, session } = view.tx;
  const holders = [session.user.id, session.user.profileId, organizationId(view)];
  const type = view.tx.schema.object(object);
  const rows = view.tx.once(`$Setup.${object}`, () => (type ? settingRows(store, type, holders) : []));
  return settingValue(rows, type?.field(field));
}

/** Records of custom metadata are rows of their type's table. */
function metadataRecordId(view: RecordView, object: string, record: string): string | null {
  return view.tx.once(`${object}.${record}`, () => {
    const type = view.tx.schema.object(object);
    const [row] = type === undefined ? [] : view.tx.store.find(type, 'DeveloperName', [record]);
    return typeof row?.Id === 'string' ? row.Id : null;
  });
}

/** An org has one Organization row. */
function organizationId(view: RecordView): string | null {
  return view.tx.once('$Organization', () => {
    const row = view.tx.store.prepare('SELECT "Id" FROM "Organization" LIMIT 1').get() as Row | undefined;
    return typeof row?.Id === 'string' ? row.Id : null;
  });
}

function valueAt(view: RecordView, path: readonly string[]): FieldValue {
  const [name = '', ...rest] = path;
  if (rest.length === 0) {
    const field = view.type.field(name);
    return field === undefined ? null : view.value(field);
  }
  const step = view.type.relationship(name);
  const parent = step && view.parent(step);
  return parent ? valueAt(parent, rest) : null;
}
