import { describe, expect, it } from 'vitest';
import { writeDocument } from '../../../../scripts/local-org/metadata/xml/write-typed.ts';

describe('a written metadata file', () => {
  it('has what a type shares with others before what is its own, each part by name', () => {
    const rule = { label: 'Yes', name: 'Yes', conditionLogic: 'and' };
    const decision = { rules: [rule], locationY: 0, locationX: 0, label: 'Ask', name: 'Ask', description: 'Why' };
    const text = writeDocument('Flow', 'Flow', { status: 'Draft', decisions: [decision], apiVersion: 66 });
    const order = [...text.matchAll(/<(\w+)>/g)].map((match) => match[1]);
    expect(order).toEqual([
      ...['apiVersion', 'decisions', 'description', 'name', 'label', 'locationX', 'locationY'],
      ...['rules', 'name', 'conditionLogic', 'label', 'status'],
    ]);
  });

  it('gives doubles a point and whole numbers none', () => {
    const value = { field: 'Limit__c', value: 10 };
    expect(writeDocument('CustomMetadata', 'CustomMetadata', { values: [value] })).toContain(
      '<value xsi:type="xsd:double">10.0</value>',
    );
    const choice = { name: 'Two', dataType: 'Number', choiceText: '2', value: { numberValue: 2 } };
    const text = writeDocument('Flow', 'Flow', { apiVersion: 66, choices: [choice] });
    expect(text).toContain('<numberValue>2.0</numberValue>');
    expect(text).toContain('<apiVersion>66.0</apiVersion>');
    expect(writeDocument('CustomField', 'CustomField', { length: 80 })).toContain('<length>80</length>');
  });
});
