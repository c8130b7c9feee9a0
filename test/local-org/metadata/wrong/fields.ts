import { field } from './field.ts';
import type { Wrong } from './wrong.ts';

const NS = '{http://soap.sforce.com/2006/04/metadata}';

const text = '<label>Wrong</label><length>80</length><type>Text</type>';

export const wrongFields: readonly Wrong[] = [
  field(
    'an unknown element',
    `${text}<colour>red</colour>`,
    `Error parsing file: Element ${NS}colour invalid at this location in type CustomField`,
  ),
  field('an unknown type', '<label>W</label><type>Txt</type>', "'Txt' is not a valid value for the enum 'FieldType'"),
  field(
    'a truth that is none',
    `${text}<required>yes</required>`,
    "'yes' is not a valid value for the type xsd:boolean",
  ),
  field(
    'a number that is none',
    '<label>W</label><length>long</length><type>Text</type>',
    "'long' is not a valid value for the type xsd:double",
  ),
  field(
    'an element twice',
    `<label>A</label>${text}`,
    'Error parsing file: Element label is duplicated at this location in type CustomField',
  ),
  field('no label', '<length>80</length><type>Text</type>', 'Must specify a non-empty label for the CustomField'),
  field(
    'a label that is too long',
    `<label>${'x'.repeat(41)}</label><length>80</length><type>Text</type>`,
    `Label: data value too large: ${'x'.repeat(41)} (max length=40)`,
  ),
  field('no length', '<label>W</label><type>Text</type>', "Must specify 'length' for a CustomField of type Text"),
  field(
    'a text that is too long',
    '<label>W</label><length>256</length><type>Text</type>',
    "Value for 'length' must be between 1 and 255",
  ),
  field(
    'an attribute of another type',
    `${text}<precision>3</precision>`,
    "Can not specify 'precision' for a CustomField of type Text",
  ),
  field(
    'no suffix',
    text,
    'fullName must end with: __c or __kav or __x or __b or __e or __p or __mdt or __dll or __dlm',
    'Wrong__x',
  ),
  field('a standard field that is not there', text, "Could not resolve standard field's name.", 'Colour'),
  field(
    'a name with two underscores',
    text,
    'The Field Name can only contain underscores and alphanumeric characters. It must be unique, begin with a letter, not include spaces, not end with an underscore, and not contain two consecutive underscores.',
    'Wro__ng__c',
  ),
  field(
    'more decimals than digits',
    '<label>W</label><precision>3</precision><scale>4</scale><type>Number</type>',
    'scale must be between 0 and the precision',
  ),
];
