import { describe, expect, it } from 'vitest';

import { buildSchema } from '../../../../scripts/local-org/schema/build.ts';
import type { Schema, SObjectType } from '../../../../scripts/local-org/schema/model.ts';
import { compileFormula } from '../../../../scripts/local-org/formula/compile.ts';
import type { FormulaScope } from '../../../../scripts/local-org/formula/contract.ts';
import { objectScope } from '../../../../scripts/local-org/formula/object-scope.ts';
import { spanningRelationships } from '../../../../scripts/local-org/formula/spanning.ts';
import { component } from '../schema/component-samples.ts';

const schema: Schema = buildSchema(
  [
    component('CustomObject', 'Visit__c', {
      label: 'Visit',
      pluralLabel: 'Visits',
      sharingModel: 'ReadWrite',
      nameField: { type: 'Text', label: 'Name' },
    }),
    component('CustomField', 'Visit__c.Opportunity__c', {
      type: 'Lookup',
      label: 'Opportunity',
      referenceTo: 'Opportunity',
    }),
    component('CustomField', 'Visit__c.Share__c', { type: 'Percent', label: 'Share', precision: 5, scale: 2 }),
    component('CustomField', 'Visit__c.Report__c', { type: 'LongTextArea', label: 'Report', length: 32768 }),
    component('CustomField', 'Visit__c.Kind__c', { type: 'Picklist', label: 'Kind' }),
    component('CustomPermission', 'Skip_Visits', { label: 'Skip Visits' }),
    component('CustomLabel', 'Greeting', { value: 'Hello', language: 'en_US' }),
    component('CustomObject', 'Limit__mdt', { label: 'Limit', pluralLabel: 'Limits' }),
    component('CustomField', 'Limit__mdt.Days__c', { type: 'Number', label: 'Days', precision: 4, scale: 0 }),
    component('CustomMetadata', 'Limit.Default', { label: 'Default' }),
  ],
  1,
);

function object(name: string): SObjectType {
  const found = schema.object(name);
  if (!found) throw new Error(`Expected an object ${name}`);
  return found;
}

const resolve = (path: string, context: FormulaScope['context'] = 'validation') =>
  objectScope(schema, object('Visit__c'), context).resolve(path.split('.'));

describe('names on a record', () => {
  it.each([
    ['share__c', { type: 'Number', path: ['Share__c'], percent: true, scale: 2 }],
    ['NAME', { type: 'Text', path: ['Name'] }],
    ['id', { type: 'Id', path: ['Id'] }],
    ['kind__c', { type: 'Picklist', path: ['Kind__c'] }],
    ['opportunity__c', { type: 'Id', path: ['Opportunity__c'] }],
    ['opportunity__r.stagename', { type: 'Picklist', path: ['Opportunity__r', 'StageName'] }],
    ['Opportunity__r.Account.Name', { type: 'Text', path: ['Opportunity__r', 'Account', 'Name'] }],
    ['Owner:User.Email', { type: 'Text', path: ['Owner:User', 'Email'] }],
    ['owner:queue.Name', { type: 'Text', path: ['Owner:Group', 'Name'] }],
    ['Opportunity__r.Owner.Name', { type: 'Text', path: ['Opportunity__r', 'Owner', 'Name'] }],
    ['$user.id', { type: 'Id', path: ['$User', 'Id'] }],
    ['$User.Manager.Email', { type: 'Text', path: ['$User', 'Manager', 'Email'] }],
    ['$Profile.Name', { type: 'Text', path: ['$Profile', 'Name'] }],
    ['$UserRole.Name', { type: 'Text', path: ['$UserRole', 'Name'] }],
    ['$Organization.Name', { type: 'Text', path: ['$Organization', 'Name'] }],
    ['$RecordType.DeveloperName', { type: 'Text', path: ['$RecordType', 'DeveloperName'] }],
    ['$Permission.skip_visits', { type: 'Boolean', path: ['$Permission', 'Skip_Visits'] }],
    ['$Label.greeting', { type: 'Text', path: ['$Label', 'Greeting'] }],
    ['$System.OriginDateTime', { type: 'DateTime', path: ['$System', 'OriginDateTime'] }],
    [
      '$CustomMetadata.Limit__mdt.Default.Days__c',
      { type: 'Number', path: ['$CustomMetadata', 'Limit__mdt', 'Default', 'Days__c'], scale: 0 },
    ],
  ])('%s is known', (path, expected) => {
    expect(resolve(path)).toEqual(expected);
  });

  it.each([
    'Nope__c',
    'Opportunity__r',
    'Opportunity__c.Name',
    'Opportunity__r.Nope',
    'Owner.Email',
    'Owner:Account.Name',
    '$Permission.Nope',
    '$Label.Nope',
    '$Nope.Id',
    '$User',
    '$CustomMetadata.Limit__mdt.Other.Days__c',
    '$Setup.Visit__c.Share__c',
    `Opportunity__r.Account.Parent.${'Parent.'.repeat(9)}Name`,
  ])('%s is unknown', (path) => {
    expect(resolve(path)).toBeUndefined();
  });

  it('keeps long text out of formula fields and lets rules read it', () => {
    const compile = (context: FormulaScope['context']) =>
      compileFormula('LEN(Report__c)', objectScope(schema, object('Visit__c'), context), { blanks: 'blank' });
    expect(() => compile('field')).toThrow(
      'You referenced an unsupported field type called "Long Text Area" using the following field: Report__c',
    );
    expect(compile('validation').type).toBe('Number');
  });

  it('offers a default value the globals and no field', () => {
    expect(resolve('Share__c', 'default')).toBeUndefined();
    expect(resolve('$User.Id', 'default')).toEqual({ type: 'Id', path: ['$User', 'Id'] });
  });

  it('names each field once and each relationship that is crossed', () => {
    const source =
      'Opportunity__r.Account.Name & opportunity__r.account.name & $User.Manager.Email & TEXT(Opportunity__r.StageName)';
    const formula = compileFormula(source, objectScope(schema, object('Visit__c'), 'validation'), { blanks: 'blank' });
    expect(formula.references.map(({ index, path }) => [index, path.join('.')])).toEqual([
      [0, 'Opportunity__r.Account.Name'],
      [1, '$User.Manager.Email'],
      [2, 'Opportunity__r.StageName'],
    ]);
    expect(spanningRelationships(formula)).toEqual(['Opportunity__r', 'Opportunity__r.Account']);
    expect(formula.deterministic).toBe(false);
  });
});
