import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSampleOrg, type SampleOrg } from './sample-org.ts';

let org: SampleOrg;
beforeAll(() => void (org = openSampleOrg()));
afterAll(() => org.close());

const names = (where: string) => org.column(`SELECT Name FROM Site__c WHERE ${where}`);

describe('a filter', () => {
  test.each([
    ["Name = 'NORTH'", ['North']],
    ["Name = 'öST'", ['Öst']],
    ["Name != 'north'", ['South', 'east', 'Öst']],
    ["Code__c != 'n1'", ['South', 'east', 'Öst']],
    ["NOT Code__c = 'n1'", ['South', 'east', 'Öst']],
    ["NOT (Code__c LIKE 'n%')", ['South', 'east', 'Öst']],
    ["Name LIKE '%t'", ['east', 'Öst']],
    ["Name LIKE 'Ö_T'", ['Öst']],
    ["Name LIKE '%\\\\_%'", []],
    ["Name IN ('north', 'ÖST', 'none')", ['North', 'Öst']],
    ["Name NOT IN ('north', 'ÖST')", ['South', 'east']],
    ["Code__c IN ('n1', null)", ['North', 'east', 'Öst']],
    ["Code__c = ''", ['east', 'Öst']],
    ['Area__c = null', ['east']],
    ['Area__c != null', ['North', 'South', 'Öst']],
    ['Area__c > 40', ['South']],
    ['Area__c >= 4.0e1', ['North', 'South']],
    ['Area__c < 40', ['Öst']],
    ["Account__r.Name = 'ångström power'", ['North', 'South']],
    ["Account__r.Owner.Alias = 'ADMIN'", ['North', 'South', 'east']],
    ["Tags__c INCLUDES ('roof;water', 'Ground')", ['North', 'South']],
    ["Tags__c INCLUDES ('Roof;Ground')", []],
    ["Tags__c EXCLUDES ('Roof')", ['South', 'east', 'Öst']],
    ["(Name = 'North' OR Name = 'South') AND Area__c > 50", ['South']],
    ["Name = 'North' OR (Name = 'South' AND NOT (Area__c < 50 OR Phase__c = 'Run'))", ['North', 'South']],
    ['Is_Large__c = TRUE', ['South']],
    ['Is_Large__c = false AND Double_Area__c != null', ['North', 'Öst']],
    ['Half_Share__c = 12.5', ['North']],
    ["Owner_Mail__c LIKE 'ADMIN%'", ['North', 'South', 'east']],
    ['Is_Open__c = true', ['North', 'east']],
    ['Is_Mine__c = true', ['North', 'South', 'east', 'Öst']],
    ['Id IN (SELECT Site__c FROM Visit__c)', ['North', 'South']],
    ['Id NOT IN (SELECT Site__c FROM Visit__c)', ['east', 'Öst']],
    ["Account__c NOT IN (SELECT Id FROM Account WHERE Name = 'beta')", ['North', 'South', 'Öst']],
    ["Account__c IN (SELECT Id FROM Account WHERE Name LIKE 'b%') AND Name > 'a'", ['east']],
    ["toLabel(Phase__c) = 'build PHASE'", ['North']],
    ["toLabel(Phase__c) = '建设'", ['North']],
  ])('%s', (where, expected) => {
    expect(names(where)).toEqual(expected);
  });

  test('takes ids of 15 and of 18 characters', () => {
    const [id = ''] = org.sites;
    expect(names(`Id = '${id.slice(0, 15)}'`)).toEqual(['North']);
    expect(names(`Id IN ('${id}', '${org.sites[1]?.slice(0, 15)}')`)).toEqual(['North', 'South']);
    expect(names(`Id != '${id.slice(0, 15)}'`)).not.toContain('North');
  });

  test('reads escapes, quotes and four-byte characters as text', () => {
    const id = org.insert('Account', { Name: `it's "a" \\ 😀%` });
    const find = (text: string) => org.column(`SELECT Id FROM Account WHERE Name = '${text}'`);
    expect(find(`it\\'s \\"a\\" \\\\ 😀%`)).toEqual([id]);
    expect(find(`IT\\u0027S "a" \\\\ \\uD83D\\uDE00%`)).toEqual([id]);
    expect(org.column(`SELECT Id FROM Account WHERE Name LIKE '%\\\\ 😀\\%'`)).toEqual([id]);
    expect(org.column(`SELECT Id FROM Account WHERE Name LIKE '%\\%%'`)).toEqual([id]);
  });

  test('takes a query of 20,000 characters with deep and redundant parentheses', () => {
    const list = Array.from({ length: 800 }, (_, index) => `Name = 'name ${index}'`).join(' OR ');
    expect(names(`((((((((((((${list} OR (Name = 'North'))))))))))))) AND ((Area__c > 1))`)).toEqual(['North']);
  });
});

describe('an order', () => {
  test.each([
    ['Name', ['east', 'North', 'South', 'Öst']],
    ['Name DESC', ['Öst', 'South', 'North', 'east']],
    ['Area__c', ['east', 'Öst', 'North', 'South']],
    ['Area__c DESC', ['east', 'South', 'North', 'Öst']],
    ['Area__c DESC NULLS LAST', ['South', 'North', 'Öst', 'east']],
    ['Phase__c NULLS LAST', ['South', 'North', 'east', 'Öst']],
    ['Account__r.Name NULLS LAST, Name DESC', ['east', 'South', 'North', 'Öst']],
    ['Double_Area__c NULLS LAST', ['Öst', 'North', 'South', 'east']],
    ['Name LIMIT 2', ['east', 'North']],
    ['Name LIMIT 2 OFFSET 1', ['North', 'South']],
  ])('ORDER BY %s', (order, expected) => {
    expect(org.column(`SELECT Name FROM Site__c ORDER BY ${order}`)).toEqual(expected);
  });
});

describe('a record', () => {
  test('nests its parents where they were first named and is null where there is none', () => {
    const { records } = org.query(
      "SELECT Name, Account__r.Name, Account__r.Owner.Name, Area__c FROM Site__c WHERE Name IN ('North', 'Öst')",
    );
    const [account] = org.accounts;
    expect(records).toEqual([
      {
        attributes: { type: 'Site__c', url: `/services/data/v66.0/sobjects/Site__c/${org.sites[0]}` },
        Name: 'North',
        Account__r: {
          attributes: { type: 'Account', url: `/services/data/v66.0/sobjects/Account/${account}` },
          Name: 'Ångström Power',
          Owner: {
            attributes: { type: 'User', url: `/services/data/v66.0/sobjects/User/${org.adminId}` },
            Name: 'Local Administrator',
          },
        },
        Area__c: 40,
      },
      {
        attributes: { type: 'Site__c', url: `/services/data/v66.0/sobjects/Site__c/${org.sites[3]}` },
        Name: 'Öst',
        Account__r: null,
        Area__c: 0.1,
      },
    ]);
    expect(Object.keys(records[0] ?? {})).toEqual(['attributes', 'Name', 'Account__r', 'Area__c']);
  });

  test('carries its children, limited per parent, and null where there are none', () => {
    const rows = org.rows(
      'SELECT Name, (SELECT Name, Site__r.Account__r.Name FROM Visits__r ORDER BY Name DESC LIMIT 1) FROM Site__c ORDER BY Name',
    );
    const visits = (name: string) => rows.find((row) => row['Name'] === name)?.['Visits__r'];
    expect(visits('North')).toMatchObject({
      totalSize: 1,
      done: true,
      records: [{ Name: 'v2', Site__r: { Account__r: { Name: 'Ångström Power' } } }],
    });
    expect(visits('east')).toBeNull();
  });

  test('goes down several levels of children', () => {
    const [row] = org.rows(
      "SELECT (SELECT Name, (SELECT Site_Label__c FROM Visits__r) FROM Sites__r WHERE Name = 'North') FROM Account WHERE Name = 'ångström power'",
    );
    expect(row).toMatchObject({
      Sites__r: {
        records: [{ Name: 'North', Visits__r: { totalSize: 2, records: [{ Site_Label__c: 'North/80' }, {}] } }],
      },
    });
  });

  test('shows labels in the user’s language and formats in the user’s locale', () => {
    const reader = org.user('wang', {
      row: { LanguageLocaleKey: 'zh_CN', LocaleSidKey: 'zh_CN' },
      profile: 'System Administrator',
    });
    const soql = "SELECT toLabel(Phase__c), FORMAT(CreatedDate) made FROM Site__c WHERE Name = 'North'";
    expect(org.rows(soql, reader)).toEqual([{ Phase__c: '建设', made: '2026/3/3 16:00' }]);
  });

  test('reads dates and times as REST writes them', () => {
    expect(org.rows("SELECT Opened__c, CreatedDate, Is_Large__c FROM Site__c WHERE Name = 'North'")).toEqual([
      { Opened__c: '2026-03-03', CreatedDate: '2026-03-03T08:00:00.000+0000', Is_Large__c: false },
    ]);
  });

  test('tells the type behind a relationship with several objects', () => {
    const lead = org.insert('Lead', { LastName: 'Zhao', Company: 'C', Status: 'Open - Not Contacted' });
    const queue = org.insert('Group', { Name: 'Intake', DeveloperName: 'Intake', Type: 'Queue' });
    org.insert('Task', { Subject: 'by me', WhoId: lead, WhatId: org.accounts[0]! });
    org.insert('Task', { Subject: 'by queue', OwnerId: queue });
    const soql = `SELECT Subject, Owner.Name, Owner.Type, Who.Name, TYPEOF What WHEN Account THEN Industry, Name WHEN Opportunity THEN Amount ELSE Name END
      FROM Task WHERE Owner.Type IN ('User', 'Group') ORDER BY Subject`;
    expect(org.rows(soql)).toMatchObject([
      {
        Subject: 'by me',
        Owner: { Name: 'Local Administrator', Type: 'User' },
        Who: { attributes: { type: 'Lead' }, Name: 'Zhao' },
        What: { attributes: { type: 'Account' }, Industry: 'Energy', Name: 'Ångström Power' },
      },
      {
        Subject: 'by queue',
        Owner: { attributes: { type: 'Group' }, Name: 'Intake', Type: 'Group' },
        Who: null,
        What: null,
      },
    ]);
  });

  test('gives all fields, the standard or the custom ones', () => {
    const keys = (which: string) => Object.keys(org.rows(`SELECT FIELDS(${which}) FROM Site__c LIMIT 1`)[0] ?? {});
    expect(keys('CUSTOM').filter((key) => !key.endsWith('__c'))).toEqual([]);
    expect(keys('STANDARD').filter((key) => key.endsWith('__c'))).toEqual([]);
    expect(new Set(keys('ALL'))).toEqual(new Set([...keys('CUSTOM'), ...keys('STANDARD')]));
  });

  test('describes its columns by canonical names', () => {
    expect(org.query('select id, NAME, account__r.owner.name from site__C').columns).toEqual([
      { name: 'Id', type: 'id', aggregate: false },
      { name: 'Name', type: 'string', aggregate: false },
      { name: 'Account__r.Owner.Name', type: 'string', aggregate: false },
    ]);
  });
});

describe('deleted records', () => {
  test('are left out unless ALL ROWS or queryAll asks for them', () => {
    const id = org.insert('Account', { Name: 'gone', IsDeleted: true });
    const soql = "SELECT Id FROM Account WHERE Name = 'gone'";
    expect(org.column(soql)).toEqual([]);
    expect(org.column(`${soql} ALL ROWS`)).toEqual([id]);
    expect(org.query(soql, undefined, { all: true }).totalSize).toBe(1);
    expect(org.query('SELECT COUNT() FROM Account WHERE IsDeleted = true', undefined, { all: true }).totalSize).toBe(1);
  });
});

describe('a scope', () => {
  test('mine means the user’s own records', () => {
    const ann = org.user('ann');
    org.insert('Account', { Name: 'hers', OwnerId: ann });
    expect(org.column('SELECT Name FROM Account USING SCOPE mine', ann)).toEqual(['hers']);
    expect(org.query('SELECT Name FROM Account USING SCOPE everything', ann).totalSize).toBeGreaterThan(1);
  });
});

test('FOR VIEW and FOR REFERENCE leave their mark on the records, FOR UPDATE does not', () => {
  const seen = () => org.rows("SELECT LastViewedDate, LastReferencedDate FROM Site__c WHERE Name = 'North'")[0];
  org.query("SELECT Id FROM Site__c WHERE Name = 'North' FOR UPDATE");
  expect(seen()).toEqual({ LastViewedDate: null, LastReferencedDate: null });
  org.query("SELECT Id FROM Site__c WHERE Name = 'North' FOR REFERENCE");
  expect(seen()).toEqual({ LastViewedDate: null, LastReferencedDate: '2026-03-03T08:00:00.000+0000' });
  org.query("SELECT Id FROM Site__c WHERE Name = 'North' FOR VIEW");
  expect(seen()?.['LastViewedDate']).toBe('2026-03-03T08:00:00.000+0000');
});
