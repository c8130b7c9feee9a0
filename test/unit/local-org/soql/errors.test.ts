import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OrgError } from '../../../../scripts/local-org/errors.ts';
import { openSampleOrg, type SampleOrg } from './sample-org.ts';

let org: SampleOrg;
beforeAll(() => void (org = openSampleOrg()));
afterAll(() => org.close());

function refusal(soql: string): { code: string; message: string } {
  try {
    org.query(soql);
  } catch (error) {
    if (error instanceof OrgError) return { code: error.code, message: error.message };
    throw error;
  }
  throw new Error(`Expected a refusal of ${soql}`);
}

describe('an error points at its place', () => {
  test('under the word, with row and column', () => {
    const message = [
      '',
      'SELECT Id, Foo FROM Account',
      '           ^',
      'ERROR at Row:1:Column:12',
      "No such column 'Foo' on entity 'Account'. If you are attempting to use a custom field, be sure to append the '__c' after the " +
        'custom field name. Please reference your WSDL or the describe call for the appropriate names.',
    ].join('\n');
    expect(refusal('SELECT Id, Foo FROM Account')).toEqual({ code: 'INVALID_FIELD', message });
  });

  test('in its own line', () => {
    expect(refusal('SELECT Id\nFROM Account\nWHERE Foo = 1').message).toMatch(
      /^\nWHERE Foo = 1\n {6}\^\nERROR at Row:3:Column:7\n/,
    );
  });

  test('in a long line quotes only the words around it', () => {
    const soql = `SELECT Id, Industry, BillingCity, BillingState, ShippingCity, Foo, ShippingState, Phone, Fax, Website FROM Account`;
    const [, quote = '', pointer = ''] = refusal(soql).message.split('\n');
    expect(quote.length).toBeLessThan(95);
    expect(quote.slice(pointer.indexOf('^')).startsWith('Foo,')).toBe(true);
  });

  test('at the right one of two equal words', () => {
    expect(refusal("SELECT Id, (SELECT Foo FROM Contacts) FROM Account WHERE Foo = 'a'").message).toContain(
      'Column:20',
    );
    expect(refusal("SELECT Id FROM Account WHERE Name = 'Foo' AND Foo = 'a'").message).toContain('Column:47');
  });
});

describe('refused by the platform’s code', () => {
  test.each([
    ['SELECT Id FROM Nothing__c', 'INVALID_TYPE', "sObject type 'Nothing__c' is not supported."],
    ['SELECT Id FROM CustomField', 'INVALID_TYPE', "sObject type 'CustomField' is not supported."],
    ['SELECT Foo__r.Name FROM Account', 'INVALID_FIELD', "Didn't understand relationship 'Foo__r' in field path"],
    ['SELECT (SELECT Id FROM Foos__r) FROM Account', 'INVALID_TYPE', "Didn't understand relationship 'Foos__r'"],
    ['SELECT Owner.Department FROM Lead', 'INVALID_FIELD', "No such column 'Department' on entity 'Name'"],
    [
      'SELECT Id FROM Site__c WHERE Name = 5',
      'INVALID_FIELD',
      "field 'Name' must be of type string and should be enclosed in quotes",
    ],
    [
      "SELECT Id FROM Site__c WHERE Area__c = '5'",
      'INVALID_FIELD',
      "field 'Area__c' must be of type double and should not be enclosed in quotes",
    ],
    [
      "SELECT Id FROM Site__c WHERE Opened__c = '2026-01-01'",
      'INVALID_FIELD',
      "field 'Opened__c' must be of type date and should not be enclosed in quotes",
    ],
    ['SELECT Id FROM Site__c WHERE Opened__c = 2026-01-01T00:00:00Z', 'INVALID_FIELD', 'must be of type date'],
    ['SELECT Id FROM Site__c WHERE CreatedDate > 2026-01-01', 'INVALID_FIELD', 'must be of type dateTime'],
    ["SELECT Id FROM Site__c WHERE Is_Large__c = 'true'", 'INVALID_FIELD', 'must be of type boolean'],
    ['SELECT Id FROM Site__c WHERE Name = TODAY', 'INVALID_FIELD', 'must be of type string'],
    ["SELECT Id FROM Site__c WHERE Id = 'abc'", 'INVALID_QUERY_FILTER_OPERATOR', 'invalid ID field: abc'],
    ["SELECT Id FROM Site__c WHERE Id LIKE 'a%'", 'INVALID_QUERY_FILTER_OPERATOR', 'invalid operator on id field'],
    [
      "SELECT Id FROM Site__c WHERE Name INCLUDES ('a')",
      'INVALID_QUERY_FILTER_OPERATOR',
      'invalid operator on string field',
    ],
    [
      "SELECT Id FROM Site__c WHERE Notes__c = 'a'",
      'INVALID_FIELD',
      "field 'Notes__c' can not be filtered in a query call",
    ],
    ['SELECT Id FROM Site__c ORDER BY Notes__c', 'INVALID_FIELD', "field 'Notes__c' can not be sorted in a query call"],
    ['SELECT Name, name FROM Account', 'INVALID_FIELD', 'duplicate field selected: Name'],
    ['SELECT Name n FROM Account', 'MALFORMED_QUERY', 'only aggregate expressions use field aliasing'],
    ['SELECT FIELDS(ALL) FROM Account', 'MALFORMED_QUERY', 'must have a LIMIT of at most 200'],
    ['SELECT Id FROM Account OFFSET 2001', 'NUMBER_OUTSIDE_VALID_RANGE', 'Maximum SOQL offset allowed is 2000'],
    [
      "SELECT Id FROM Account WHERE Name = 'a' OR Name = 'b' AND Name = 'c'",
      'MALFORMED_QUERY',
      "unexpected token: 'AND'",
    ],
    [
      "SELECT Id FROM Account WHERE (Name = 'a' AND Name = 'b' OR Name = 'c')",
      'MALFORMED_QUERY',
      "unexpected token: 'OR'",
    ],
    ['SELECT Id FROM Account WHERE Name = :name', 'MALFORMED_QUERY', 'Bind variables only allowed in Apex code'],
    ["SELECT Id FROM Account WHERE Name = 'a", 'MALFORMED_QUERY', "no viable alternative at character '''"],
    ["SELECT Id FROM Account WHERE Name = '\\x'", 'MALFORMED_QUERY', 'Illegal character sequence'],
    ['SELECT Id FROM Account;', 'MALFORMED_QUERY', "no viable alternative at character ';'"],
    ['SELECT Id FROM', 'MALFORMED_QUERY', 'unexpected token'],
    ['SELECT Id, FROM Account', 'MALFORMED_QUERY', "unexpected token: 'FROM'"],
    ['SELECT FROM Account', 'MALFORMED_QUERY', "unexpected token: 'FROM'"],
    ['', 'MALFORMED_QUERY', 'unexpected token'],
    ['   ', 'MALFORMED_QUERY', 'unexpected token'],
    ['DELETE FROM Account', 'MALFORMED_QUERY', 'unexpected token'],
    [
      'SELECT Parent.Parent.Parent.Parent.Parent.Parent.Name FROM Account',
      'MALFORMED_QUERY',
      'can not go beyond 5 levels',
    ],
    ['SELECT Id FROM Account WHERE Name IN (SELECT Name FROM Contact)', 'MALFORMED_QUERY', 'id or reference field'],
    [
      "SELECT Id FROM Account WHERE DISTANCE(BillingStreet, GEOLOCATION(1,2), 'mi') < 20",
      'INVALID_FIELD',
      'DISTANCE()',
    ],
    [
      "SELECT Id FROM Account WHERE DISTANCE(BillingAddress, GEOLOCATION(1, 2), 'yd') < 20",
      'MALFORMED_QUERY',
      "unit: yd. Valid units are 'mi', 'km'",
    ],
    [
      "SELECT Id FROM Account WHERE DISTANCE(GEOLOCATION(1, 2), BillingAddress, 'mi') < 20",
      'MALFORMED_QUERY',
      'Invalid number or type of arguments to DISTANCE()',
    ],
    [
      "SELECT Id FROM Account WHERE DISTANCE(BillingAddress, GEOLOCATION(91, 2), 'mi') < 20",
      'MALFORMED_QUERY',
      'Latitude out of range: 91',
    ],
    [
      "SELECT Id FROM Account WHERE DISTANCE(BillingAddress, GEOLOCATION(1, 2), 'mi') >= 20",
      'INVALID_QUERY_FILTER_OPERATOR',
      'only < and >',
    ],
    ["SELECT Id FROM Account WHERE BillingAddress = 'x'", 'INVALID_FIELD', 'can not be filtered'],
    ['SELECT Id FROM Account ORDER BY BillingAddress', 'INVALID_FIELD', 'can not be sorted'],
    ['SELECT COUNT(Id) FROM Account GROUP BY BillingAddress', 'INVALID_FIELD', 'can not be grouped'],
    ['SELECT MAX(BillingAddress) FROM Account', 'MALFORMED_QUERY', 'does not support aggregate operator MAX'],
    ['SELECT Id FROM Account WHERE Id IN (SELECT LastName FROM Contact)', 'MALFORMED_QUERY', 'id or reference field'],
  ])('%s', (soql, code, message) => {
    const refused = refusal(soql);
    expect(refused.code).toBe(code);
    expect(refused.message).toContain(message);
  });
});

describe('what is not done is refused by name', () => {
  test.each([
    ['SELECT Id FROM Account USING SCOPE team', 'USING SCOPE team'],
    ['SELECT Id FROM Account UPDATE TRACKING', 'UPDATE TRACKING'],
    ['SELECT Id FROM Account WITH DATA CATEGORY Geography__c AT usa__c', 'WITH DATA CATEGORY'],
    ['SELECT Id FROM Account WITH SYSTEM_MODE', 'WITH SYSTEM_MODE'],
    ['SELECT Id FROM Contact c, c.Account a', 'FROM with several objects'],
    ['SELECT Id FROM Opportunity WHERE Amount > JPY5', 'amount in another currency: JPY5'],
    ['SELECT TYPEOF Account.Owner WHEN User THEN Name END FROM Contact', "TYPEOF of a parent's field"],
  ])('%s', (soql, name) => {
    const refused = refusal(soql);
    expect(refused.code).toBe('NOT_SUPPORTED_BY_LOCAL_ORG');
    expect(refused.message).toContain(name);
  });
});

test('a value that does not fit is refused at its own place, whatever query was planned before', () => {
  const query = (id: string) => `SELECT Id FROM Site__c WHERE Id = '${id}'`;
  expect(org.query(query(org.sites[0]!)).totalSize).toBe(1);
  expect(refusal(`${query('nonsense')} `).message).toMatch(/Id = 'nonsense'[^]*Column:35\ninvalid ID field: nonsense$/);
  expect(refusal(query('nonsense')).message).toContain('invalid ID field: nonsense');
});

test('text from outside never becomes SQL', () => {
  for (const text of [`'; DROP TABLE "Account"; --`, `" OR 1=1 --`, '?1', '$x', '\u0000']) {
    const soql = `SELECT Id FROM Account WHERE Name = '${text.replace(/'/g, "\\'")}'`;
    expect(org.query(soql).totalSize).toBe(0);
  }
  expect(org.query('SELECT COUNT() FROM Account').totalSize).toBe(3);
});
