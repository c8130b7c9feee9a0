import { describe, expect, it } from 'vitest';

import { buildSchema } from '../../../../scripts/local-org/schema/build.ts';
import { compileFieldFormula } from '../../../../scripts/local-org/formula/field-formula.ts';
import { component } from '../schema/component-samples.ts';
import { environmentOf } from './formula-under-test.ts';

const formulas: Readonly<Record<string, Record<string, unknown>>> = {
  Half__c: { type: 'Percent', precision: 5, scale: 1, formula: '1 / 3' },
  Cost__c: { type: 'Currency', precision: 16, scale: 2, formula: '10 / 3' },
  Twice__c: { type: 'Number', precision: 16, scale: 2, formula: 'Cost__c + Cost__c' },
  Via_Parent__c: { type: 'Number', precision: 16, scale: 2, formula: 'Parent__r.Twice__c' },
  Label__c: { type: 'Text', formula: '1 + 1' },
  Self__c: { type: 'Number', precision: 16, scale: 2, formula: 'Self__c + 1' },
  Ping__c: { type: 'Number', precision: 16, scale: 2, formula: 'Parent__r.Pong__c' },
  Pong__c: { type: 'Number', precision: 16, scale: 2, formula: 'Ping__c + 1' },
  Broken__c: { type: 'Number', precision: 16, scale: 2, formula: 'Nope__c' },
  On_Broken__c: { type: 'Number', precision: 16, scale: 2, formula: 'Broken__c' },
};
const schema = buildSchema(
  [
    component('CustomObject', 'Node__c', {
      label: 'Node',
      pluralLabel: 'Nodes',
      nameField: { type: 'Text', label: 'Name' },
    }),
    component('CustomField', 'Node__c.Parent__c', { type: 'Lookup', label: 'Parent', referenceTo: 'Node__c' }),
    ...Object.entries(formulas).map(([name, content]) =>
      component('CustomField', `Node__c.${name}`, { label: name, ...content }),
    ),
  ],
  1,
);

function compile(name: string) {
  const type = schema.object('Node__c');
  const field = type?.field(name);
  if (!type || !field) throw new Error(`Expected a field ${name}`);
  return compileFieldFormula(schema, type, field);
}

describe('formula fields', () => {
  it('round to the scale of the field and store percents as percents', () => {
    expect(compile('Cost__c').evaluate(environmentOf({}))).toBe(3.33);
    expect(compile('Half__c').evaluate(environmentOf({}))).toBe(33.3);
  });

  it('are compiled once per version of the schema', () => {
    expect(compile('Cost__c')).toBe(compile('Cost__c'));
  });

  it('count with their whole size wherever they are named', () => {
    expect(compile('Twice__c').compiledSize).toBeGreaterThan(2 * compile('Cost__c').compiledSize);
    expect(compile('Via_Parent__c').compiledSize).toBe(compile('Twice__c').compiledSize);
  });

  it.each([
    ['Label__c', 'Formula result is data type (Number), incompatible with expected data type (Text).'],
    ['Self__c', 'Formula cannot use another formula field that directly or indirectly refers to itself.'],
    ['Ping__c', 'Formula cannot use another formula field that directly or indirectly refers to itself.'],
    ['Pong__c', 'Formula cannot use another formula field that directly or indirectly refers to itself.'],
    ['Broken__c', 'Field Nope__c does not exist. Check spelling.'],
    ['On_Broken__c', 'Error in referenced formula Broken__c, Field Nope__c does not exist. Check spelling.'],
  ])('%s is refused with: %s', (name, message) => {
    expect(() => compile(name)).toThrow(message);
    expect(() => compile(name), 'again').toThrow(message);
  });
});
