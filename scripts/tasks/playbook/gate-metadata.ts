import type { CompiledGate } from '../../model/gate/compile-gate-rules.ts';
import type { CompiledRule } from '../../model/gate/compiled-rule.ts';

/** The files that a compiled gate fills: path below force-app/main/deal → text. */
export function gateMetadata({ rules, stageOrder }: CompiledGate): ReadonlyMap<string, string> {
  const files = new Map(rules.map((rule) => [rulePath(rule), ruleXml(rule)]));
  files.set('objects/Opportunity/fields/MF_Stage_Order__c.field-meta.xml', stageOrderXml(stageOrder));
  files.set(
    'objectTranslations/Opportunity-zh_CN/Opportunity-zh_CN.objectTranslation-meta.xml',
    translationXml(rules.filter(({ object }) => object === 'Opportunity')),
  );
  return files;
}

function rulePath({ object, name }: CompiledRule): string {
  return `objects/${object}/validationRules/${name}.validationRule-meta.xml`;
}

function ruleXml(rule: CompiledRule): string {
  return file('ValidationRule', [
    `<fullName>${rule.name}</fullName>`,
    '<active>true</active>',
    `<description>${escape(rule.description)}</description>`,
    `<errorConditionFormula>${escape(rule.condition)}</errorConditionFormula>`,
    ...(rule.errorField ? [`<errorDisplayField>${rule.errorField}</errorDisplayField>`] : []),
    `<errorMessage>${escape(rule.message.en)}</errorMessage>`,
  ]);
}

function stageOrderXml(formula: string): string {
  return file('CustomField', [
    '<fullName>MF_Stage_Order__c</fullName>',
    '<description>Place of the stage in the playbook, for lists and reports; -1 when the stage is not part of it.</description>',
    `<formula>${escape(formula)}</formula>`,
    '<formulaTreatBlanksAs>BlankAsBlank</formulaTreatBlanksAs>',
    '<label>Stage Order</label>',
    '<precision>18</precision>',
    '<scale>0</scale>',
    '<type>Number</type>',
  ]);
}

function translationXml(rules: readonly CompiledRule[]): string {
  return file(
    'CustomObjectTranslation',
    rules.flatMap(({ name, message }) => [
      '<validationRules>',
      `    <errorMessage>${escape(message.zh)}</errorMessage>`,
      `    <name>${name}</name>`,
      '</validationRules>',
    ]),
  );
}

function file(root: string, lines: readonly string[]): string {
  const body = lines.map((line) => `    ${line}\n`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://soap.sforce.com/2006/04/metadata">\n${body}</${root}>\n`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
