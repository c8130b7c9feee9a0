import { describe, expect, it } from 'vitest';
import { buildSchema } from '../../../../scripts/local-org/schema/build.ts';
import { component, projectComponents } from './component-samples.ts';

describe('the schema of a new org', () => {
  const schema = buildSchema([], 1);

  it.each([
    ['Account', '001'],
    ['Contact', '003'],
    ['Opportunity', '006'],
    ['User', '005'],
    ['Profile', '00e'],
    ['PermissionSet', '0PS'],
    ['Organization', '00D'],
    ['RecordType', '012'],
    ['OpportunityTeamMember', '00q'],
    ['Task', '00T'],
  ])('knows %s by the prefix %s of its ids', (name, prefix) => {
    expect(schema.objectByPrefix(prefix)?.name).toBe(name);
  });

  it('finds objects, fields and relationships whatever their case', () => {
    const type = schema.object('OPPORTUNITY');
    expect(type?.field('stagename')?.name).toBe('StageName');
    expect(type?.relationship('ACCOUNT')?.name).toBe('AccountId');
  });

  it('has no object, prefix within the data objects or field name twice', () => {
    const names = schema.objects.map((type) => type.name.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
    for (const type of schema.objects) {
      const fields = type.fields.map((field) => field.name.toLowerCase());
      expect([type.name, new Set(fields).size]).toEqual([type.name, fields.length]);
    }
  });

  it('refers only to objects that exist', () => {
    const missing = schema.objects.flatMap((type) =>
      type.fields.flatMap((field) =>
        (field.reference?.to ?? [])
          .filter((target) => !schema.object(target))
          .map((target) => `${type.name}.${field.name} → ${target}`),
      ),
    );
    expect(missing).toEqual([]);
  });

  it('starts with the ten stages of a new org', () => {
    const values = schema.object('Opportunity')?.field('StageName')?.picklist?.values ?? [];
    expect(values.map((each) => [each.value, each.stage?.probability]).at(-2)).toEqual(['Closed Won', 100]);
    expect(values.filter((each) => each.stage?.closed).map((each) => each.value)).toEqual([
      'Closed Won',
      'Closed Lost',
    ]);
    expect(values).toHaveLength(10);
  });
});

describe('the schema after a deploy', () => {
  const schema = buildSchema(projectComponents, 2);
  const visit = schema.object('Visit__c');
  const opportunity = schema.object('Opportunity');

  it('gives custom objects the first free prefix, and keeps one that was given before', () => {
    expect(visit?.keyPrefix).toBe('a00');
    const kept = component('CustomObject', 'Older__c', { label: 'Older' }, { keyPrefix: 'a00' });
    const next = buildSchema([...projectComponents, kept], 3);
    expect([next.object('Older__c')?.keyPrefix, next.object('Visit__c')?.keyPrefix]).toEqual(['a00', 'a01']);
  });

  it('gives a detail no owner and its parent a relationship to it', () => {
    expect(visit?.field('OwnerId')).toBeUndefined();
    expect(visit?.field('Opportunity__c')?.reference).toMatchObject({
      kind: 'MasterDetail',
      onDelete: 'Cascade',
      writeRequiresMasterRead: true,
    });
    expect(schema.children('opportunity')).toContainEqual({
      parent: 'Opportunity',
      child: 'Visit__c',
      field: 'Opportunity__c',
      relationshipName: 'Visits__r',
    });
  });

  it('types a roll-up after the field it sums', () => {
    expect(opportunity?.field('Visit_Cost__c')).toMatchObject({
      type: 'currency',
      scale: 2,
      createable: false,
      summary: {
        operation: 'sum',
        childObject: 'Visit__c',
        foreignKey: 'Opportunity__c',
        filters: [{ field: 'Cost__c', operation: 'greaterThan', value: '0' }],
      },
    });
  });

  it('stores no formula and asks no permission for a required field', () => {
    expect(opportunity?.field('Is_Visited__c')).toMatchObject({
      type: 'boolean',
      stored: false,
      formula: { blanks: 'zero' },
    });
    expect(opportunity?.field('Region__c')).toMatchObject({ nillable: false, permissionable: false });
  });

  it('carries translations of fields and picklist values', () => {
    const region = opportunity?.field('Region__c');
    expect(region?.translations).toEqual({ zh_CN: '区域' });
    expect(region?.picklist?.values[0]).toMatchObject({
      value: 'East',
      isDefault: true,
      translations: { zh_CN: '东区' },
    });
  });

  it('gives a private custom object a share object, and an open one none', () => {
    const open = component('CustomObject', 'Open__c', { label: 'Open', sharingModel: 'ReadWrite' });
    const closed = component('CustomObject', 'Closed__c', { label: 'Closed', sharingModel: 'Private' });
    const next = buildSchema([open, closed], 1);
    expect([next.object('Open__Share'), next.object('Closed__Share')?.kind]).toEqual([undefined, 'share']);
  });

  it('translates labels and falls back to the label itself', () => {
    const next = buildSchema(
      [
        component('CustomLabel', 'Hello', { value: 'Hello', language: 'en_US' }),
        component('Translations', 'zh_CN', { customLabels: [{ name: 'Hello', label: '你好' }] }),
      ],
      1,
    );
    expect([next.label('hello', 'zh_CN'), next.label('Hello', 'fr'), next.label('None', 'fr')]).toEqual([
      '你好',
      'Hello',
      undefined,
    ]);
  });
});
