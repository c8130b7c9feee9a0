import type { Component } from '../../../../scripts/local-org/schema/model.ts';
import { openQueryOrg, type QueryOrg } from '../../../support/local-org/query-org.ts';
import { component } from '../schema/component-samples.ts';

const field = (fullName: string, content: Record<string, unknown>): Component =>
  component('CustomField', fullName, { label: fullName, ...content });

/** Site → visit (detail), with formulas over fields, parents, the clock and the running user. */
export const siteComponents: readonly Component[] = [
  component('CustomObject', 'Site__c', {
    label: 'Site',
    pluralLabel: 'Sites',
    sharingModel: 'ReadWrite',
    nameField: { type: 'Text', label: 'Name' },
  }),
  field('Site__c.Account__c', { type: 'Lookup', referenceTo: 'Account', relationshipName: 'Sites' }),
  field('Site__c.Code__c', { type: 'Text', length: 20, externalId: true, unique: true }),
  field('Site__c.Area__c', { type: 'Number', precision: 12, scale: 2 }),
  field('Site__c.Share__c', { type: 'Percent', precision: 5, scale: 2 }),
  field('Site__c.Tags__c', {
    type: 'MultiselectPicklist',
    visibleLines: 3,
    valueSet: {
      valueSetDefinition: {
        sorted: false,
        value: ['Roof', 'Ground', 'Water'].map((fullName) => ({ fullName, default: false, label: fullName })),
      },
    },
  }),
  field('Site__c.Phase__c', {
    type: 'Picklist',
    valueSet: {
      valueSetDefinition: {
        sorted: false,
        value: ['Survey', 'Build', 'Run'].map((fullName) => ({ fullName, default: false, label: `${fullName} phase` })),
      },
    },
  }),
  field('Site__c.Opened__c', { type: 'Date' }),
  field('Site__c.Notes__c', { type: 'LongTextArea', length: 5000, visibleLines: 3 }),
  field('Site__c.Double_Area__c', {
    type: 'Number',
    precision: 12,
    scale: 2,
    formula: 'Area__c * 2',
    formulaTreatBlanksAs: 'BlankAsBlank',
  }),
  field('Site__c.Is_Large__c', { type: 'Checkbox', formula: 'Double_Area__c > 100' }),
  field('Site__c.Half_Share__c', { type: 'Percent', precision: 5, scale: 2, formula: 'Share__c / 2' }),
  field('Site__c.Owner_Mail__c', { type: 'Text', formula: 'Account__r.Owner.Email' }),
  field('Site__c.Is_Open__c', { type: 'Checkbox', formula: 'Opened__c <= TODAY()' }),
  field('Site__c.Is_Mine__c', { type: 'Checkbox', formula: 'OwnerId = $User.Id' }),
  component('CustomObject', 'Visit__c', {
    label: 'Visit',
    pluralLabel: 'Visits',
    sharingModel: 'ControlledByParent',
    nameField: { type: 'Text', label: 'Name' },
  }),
  field('Visit__c.Site__c', {
    type: 'MasterDetail',
    referenceTo: 'Site__c',
    relationshipName: 'Visits',
    relationshipOrder: 0,
  }),
  field('Visit__c.Site_Label__c', { type: 'Text', formula: 'Site__r.Name & "/" & TEXT(Site__r.Double_Area__c)' }),
  component('CustomObjectTranslation', 'Site__c-zh_CN', {
    fields: [
      { name: 'Phase__c', label: '阶段', picklistValues: [{ masterLabel: 'Build phase', translation: '建设' }] },
    ],
  }),
];

export interface SampleOrg extends QueryOrg {
  readonly accounts: readonly string[];
  readonly sites: readonly string[];
}

export function openSampleOrg(): SampleOrg {
  const org = openQueryOrg(siteComponents);
  for (const object of ['Site__c', 'Visit__c']) org.grantFields('System Administrator', object);
  const accounts = ['Ångström Power', 'beta', 'Gamma'].map((Name) =>
    org.insert('Account', { Name, Industry: 'Energy' }),
  );
  const site = (Name: string, more: Record<string, string | number | null>) => org.insert('Site__c', { Name, ...more });
  const sites = [
    site('North', {
      Account__c: accounts[0]!,
      Code__c: 'N1',
      Area__c: 40,
      Share__c: 25,
      Phase__c: 'Build',
      Tags__c: 'Roof;Water',
      Opened__c: '2026-03-03',
    }),
    site('South', {
      Account__c: accounts[0]!,
      Code__c: 's1',
      Area__c: 60.5,
      Share__c: 10,
      Phase__c: 'Survey',
      Tags__c: 'Ground',
      Opened__c: '2026-03-04',
    }),
    site('east', { Account__c: accounts[1]!, Area__c: null, Phase__c: 'Run', Tags__c: null, Opened__c: '2025-12-31' }),
    site('Öst', { Account__c: null, Area__c: 0.1, Phase__c: null }),
  ];
  for (const [index, name] of ['v1', 'v2', 'v3'].entries())
    org.insert('Visit__c', { Name: name, Site__c: sites[index < 2 ? 0 : 1]! });
  return { ...org, accounts, sites };
}
