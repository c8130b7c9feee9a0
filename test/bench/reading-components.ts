import type { Component } from '../../scripts/local-org/schema/model.ts';
import { component } from '../unit/local-org/schema/component-samples.ts';

const field = (name: string, content: Record<string, unknown>): Component =>
  component('CustomField', `Reading__c.${name}`, { label: name, ...content });

/** An object with one field of each kind that a query finds rows by. */
export const readingComponents: readonly Component[] = [
  component('CustomObject', 'Reading__c', {
    label: 'Reading',
    pluralLabel: 'Readings',
    sharingModel: 'ReadWrite',
    nameField: { type: 'Text', label: 'Name' },
  }),
  field('Code__c', { type: 'Text', length: 20, externalId: true, unique: true }),
  field('Account__c', { type: 'Lookup', referenceTo: 'Account', relationshipName: 'Readings' }),
  field('Amount__c', { type: 'Number', precision: 12, scale: 2 }),
  field('Phase__c', { type: 'Text', length: 20 }),
  field('Day__c', { type: 'Date' }),
];
