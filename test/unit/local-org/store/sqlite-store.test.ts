import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildSchema } from '../../../../scripts/local-org/schema/build.ts';
import type { SObjectType } from '../../../../scripts/local-org/schema/model.ts';
import { openStore } from '../../../../scripts/local-org/store/sqlite-store.ts';
import type { Store } from '../../../../scripts/local-org/store/store.ts';
import { component } from '../schema/component-samples.ts';

const schema = buildSchema([], 1);
let dir: string;
let store: Store;
let account: SObjectType;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'store-'));
  store = openStore(dir);
  store.migrate(schema);
  account = typeOf('Account');
});

afterEach(() => {
  store.close();
  rmSync(dir, { recursive: true, force: true });
});

function typeOf(name: string, from = schema): SObjectType {
  const type = from.object(name);
  if (!type) throw new Error(name);
  return type;
}

function addAccount(name: string): string {
  const Id = store.newId('001');
  store.insert(account, { Id, Name: name });
  return Id;
}

function reopen(): void {
  store.close();
  store = openStore(dir);
}

describe('rows', () => {
  test('come back as they were put, with booleans as booleans', () => {
    const Id = store.newId('006');
    const opportunity = typeOf('Opportunity');
    const row = { Id, Name: '电力 "; DROP TABLE x; -- 😀', Amount: 12.5, CloseDate: '2026-03-03', IsWon: true };
    store.insert(opportunity, row);
    expect(store.get(opportunity, Id)).toMatchObject({ ...row, IsClosed: false, NextStep: null });
    expect(store.get(opportunity, Id.slice(0, 15))).toMatchObject(row);
  });

  test('are found by many values at once, deleted ones only when asked', () => {
    const ids = ['a', 'b', 'c'].map(addAccount);
    store.update(account, ids[1]!, { IsDeleted: true });
    const names = (rows: { Name?: unknown }[]) => rows.map((row) => row.Name);
    expect(names(store.find(account, 'Name', ['A', 'b', 'C']))).toEqual(['a', 'c']);
    expect(names(store.find(account, 'Name', ['a', 'b'], { deleted: true }))).toEqual(['a', 'b']);
    expect(store.find(account, 'ParentId', [null])).toHaveLength(2);
    expect([...store.getMany(account, ids).keys()]).toEqual(ids);
  });

  test('refuse a column that the object does not store', () => {
    expect(() => store.insert(account, { Id: 'x', Nothing: 1 })).toThrow('Expected a stored field');
  });

  test('disappear for good when purged', () => {
    const id = addAccount('gone');
    store.purge(account, id);
    expect(store.get(account, id)).toBeUndefined();
  });
});

describe('transactions', () => {
  test('roll back to where the failing call began', () => {
    store.transaction(() => {
      addAccount('kept');
      expect(() =>
        store.transaction(() => {
          addAccount('lost');
          throw new Error('inner');
        }),
      ).toThrow('inner');
      addAccount('kept too');
    });
    expect(store.find(account, 'Name', ['kept', 'kept too', 'lost']).map((row) => row['Name'])).toEqual([
      'kept',
      'kept too',
    ]);
    expect(store.inTransaction).toBe(false);
  });

  test('run what waits for the commit only after the outermost commit, in order, and drop it on rollback', () => {
    const log: string[] = [];
    store.transaction(() => {
      store.afterCommit(() => log.push(`first ${store.inTransaction}`));
      expect(() =>
        store.transaction(() => {
          store.afterCommit(() => log.push('dropped'));
          throw new Error('inner');
        }),
      ).toThrow('inner');
      store.transaction(() => store.afterCommit(() => log.push('second')));
      expect(log).toEqual([]);
    });
    expect(log).toEqual(['first false', 'second']);
  });

  test('refuse work that returns a promise, because it would outlive them', () => {
    expect(() => store.transaction(() => Promise.resolve())).toThrow('synchronous');
    expect(store.inTransaction).toBe(false);
  });
});

describe('ids and numbers', () => {
  test('are never given twice, neither after a rollback nor after a restart', () => {
    const seen = new Set([store.newId('001')]);
    expect(() =>
      store.transaction(() => {
        for (let count = 0; count < 1_500; count++) seen.add(store.newId('001'));
        throw new Error('back');
      }),
    ).toThrow('back');
    seen.add(store.newId('001'));
    reopen();
    seen.add(store.newId('001'));
    expect(seen.size).toBe(1_503);
  });

  test('auto numbers are taken back by a rollback', () => {
    expect(store.nextNumber('X')).toBe(1);
    expect(() =>
      store.transaction(() => {
        store.nextNumber('X');
        throw new Error('back');
      }),
    ).toThrow('back');
    expect(store.nextNumber('X')).toBe(2);
  });
});

describe('documents', () => {
  test('survive a restart with bytes and all', () => {
    const documents = store.documents('component');
    documents.put('Flow:A', { label: 'A', files: { 'a.js': new Uint8Array([1, 2, 3]) } });
    documents.put('Flow:B', 1);
    documents.put('Flow:B', 2);
    documents.put('Flow:C', null);
    documents.delete('Flow:C');
    reopen();
    expect(store.documents('component').get('Flow:A')).toEqual({
      label: 'A',
      files: { 'a.js': new Uint8Array([1, 2, 3]) },
    });
    expect(
      store
        .documents('component')
        .entries()
        .map(([key]) => key),
    ).toEqual(['Flow:A', 'Flow:B']);
    expect(store.documents('component').get('Flow:B')).toBe(2);
    expect(store.documents('other').entries()).toEqual([]);
  });
});

describe('a changed schema', () => {
  const base = component('CustomObject', 'Thing__c', {
    label: 'Thing',
    pluralLabel: 'Things',
    sharingModel: 'ReadWrite',
    nameField: { type: 'Text', label: 'Name' },
  });
  const size = (type: string, more: Record<string, unknown> = {}) =>
    component('CustomField', 'Thing__c.Size__c', { type, label: 'Size', ...more });

  test('adds, converts and drops columns and tables and keeps the rows', () => {
    const before = buildSchema([base, size('Text', { length: 20, externalId: true })], 2);
    store.migrate(before);
    const Id = store.newId('a00');
    store.insert(typeOf('Thing__c', before), { Id, Name: 'n', Size__c: '12.5' });

    const converted = buildSchema([base, size('Number', { precision: 6, scale: 2 })], 3);
    store.migrate(converted);
    expect(store.get(typeOf('Thing__c', converted), Id)).toMatchObject({ Name: 'n', Size__c: 12.5 });

    const flag = component('CustomField', 'Thing__c.Flag__c', {
      type: 'Checkbox',
      label: 'Flag',
      defaultValue: 'false',
    });
    const replaced = buildSchema([base, flag], 4);
    store.migrate(replaced);
    expect(store.get(typeOf('Thing__c', replaced), Id)).toMatchObject({ Name: 'n', Flag__c: false });
    expect(store.get(typeOf('Thing__c', replaced), Id)).not.toHaveProperty('Size__c');

    store.migrate(schema);
    expect(() => store.get(typeOf('Thing__c', replaced), Id)).toThrow('no such table');
  });

  test('is taken back with the transaction that made it', () => {
    const next = buildSchema([base], 2);
    expect(() =>
      store.transaction(() => {
        store.migrate(next);
        throw new Error('deploy failed');
      }),
    ).toThrow('deploy failed');
    expect(() => store.find(typeOf('Thing__c', next), 'Name', ['x'])).toThrow('no such table');
  });
});

test('a second process is told that the folder is in use', () => {
  addAccount('mine');
  expect(() => openStore(dir)).toThrow('in use by another process');
});
