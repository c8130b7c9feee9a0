import { field } from './field.ts';
import type { Wrong } from './wrong.ts';

const lookup = (more: string): string =>
  `<label>W</label>${more}<relationshipName>Ws</relationshipName><type>Lookup</type>`;
const filter = (inside: string, more = ''): string =>
  lookup(
    `<lookupFilter><active>true</active>${more}${inside}<isOptional>false</isOptional></lookupFilter><referenceTo>Account</referenceTo>`,
  );
const item = (name: string, inside = '<value>x</value>'): string =>
  `<filterItems><field>${name}</field><operation>equals</operation>${inside}</filterItems>`;
const value = (name: string, isDefault = false, label = name): string =>
  `<value><fullName>${name}</fullName><default>${String(isDefault)}</default><label>${label}</label></value>`;
const picklist = (inside: string): string => `<label>W</label><type>Picklist</type><valueSet>${inside}</valueSet>`;
const values = (...inside: string[]): string =>
  `<valueSetDefinition><sorted>false</sorted>${inside.join('')}</valueSetDefinition>`;
const formula = (source: string, type = 'Text', more = ''): string =>
  `<formula>${source}</formula><label>W</label>${more}<type>${type}</type>`;

/** Each field type with something it needs left out, or with something it cannot have. */
export const wrongFieldShapes: readonly Wrong[] = [
  ...(
    [
      ['AutoNumber', 'displayFormat', ''],
      ['Currency', 'scale', '<precision>5</precision>'],
      ['EncryptedText', 'maskChar', '<length>5</length><maskType>all</maskType>'],
      ['Html', 'visibleLines', '<length>300</length>'],
      ['LongTextArea', 'length', '<visibleLines>3</visibleLines>'],
      ['Lookup', 'referenceTo', '<relationshipName>Ws</relationshipName>'],
      ['MasterDetail', 'relationshipName', '<referenceTo>Account</referenceTo>'],
      ['MultiselectPicklist', 'visibleLines', `<valueSet>${values(value('A'))}</valueSet>`],
      ['Number', 'precision', '<scale>0</scale>'],
      ['Percent', 'precision', '<scale>0</scale>'],
      ['Summary', 'summaryForeignKey', '<summaryOperation>count</summaryOperation>'],
      ['Checkbox', 'defaultValue', ''],
    ] as const
  ).map(([type, name, inside]) =>
    field(
      `a ${type} without ${name}`,
      `<label>W</label>${inside}<type>${type}</type>`,
      `Must specify '${name}' for a CustomField of type ${type}`,
    ),
  ),
  ...(
    [
      ['AutoNumber', 'defaultValue', '<defaultValue>1</defaultValue><displayFormat>{0}</displayFormat>'],
      ['Checkbox', 'unique', '<defaultValue>false</defaultValue><unique>true</unique>'],
      ['Date', 'length', '<length>8</length>'],
      ['Email', 'length', '<length>80</length>'],
      ['Html', 'externalId', '<externalId>true</externalId><length>300</length><visibleLines>10</visibleLines>'],
      ['LongTextArea', 'unique', '<length>300</length><unique>true</unique><visibleLines>3</visibleLines>'],
      ['Number', 'visibleLines', '<precision>5</precision><scale>0</scale><visibleLines>3</visibleLines>'],
      ['Phone', 'unique', '<unique>true</unique>'],
      ['Text', 'displayFormat', '<displayFormat>{0}</displayFormat><length>5</length>'],
      ['TextArea', 'length', '<length>255</length>'],
      ['Url', 'externalId', '<externalId>true</externalId>'],
      ['Time', 'scale', '<scale>2</scale>'],
    ] as const
  ).map(([type, name, inside]) =>
    field(
      `a ${type} with ${name}`,
      `<label>W</label>${inside}<type>${type}</type>`,
      `Can not specify '${name}' for a CustomField of type ${type}`,
    ),
  ),
  field(
    'a formula with a length',
    formula('"a"', 'Text', '<length>5</length>'),
    "Can not specify 'length' for a formula field",
  ),
  field(
    'a formula that is unique',
    `${formula('"a"')}<unique>true</unique>`,
    "Can not specify 'unique' for a formula field",
  ),
  field(
    'a formula of a picklist',
    formula('"a"', 'Picklist'),
    "Can not specify 'formula' for a CustomField of type Picklist",
  ),
  field(
    'a formula too many brackets',
    formula('(1', 'Number', '<precision>18</precision><scale>0</scale>'),
    "Syntax error.  Missing ')'",
  ),
  field('a formula of an unknown function', formula('TEXTILE("a")'), 'Unknown function TEXTILE. Check spelling.'),
  field(
    'a formula with too few words',
    formula('LEFT("a")'),
    "Incorrect number of parameters for function 'LEFT()'. Expected 2, received 1",
  ),
  field(
    'a formula that compares words with numbers',
    formula('1 = "a"', 'Checkbox'),
    "Incorrect parameter type for operator '='. Expected Number, received Text",
  ),
  field(
    'a default that is no truth',
    '<defaultValue>maybe</defaultValue><label>W</label><type>Checkbox</type>',
    "Value for 'defaultValue' of a Checkbox must be true or false",
  ),
  field(
    'a long text too short',
    '<label>W</label><length>255</length><type>LongTextArea</type><visibleLines>3</visibleLines>',
    "Value for 'length' must be between 256 and 131072",
  ),
  field(
    'a long text too long',
    '<label>W</label><length>131073</length><type>LongTextArea</type><visibleLines>3</visibleLines>',
    "Value for 'length' must be between 256 and 131072",
  ),
  field(
    'too few lines',
    '<label>W</label><length>300</length><type>LongTextArea</type><visibleLines>1</visibleLines>',
    "Value for 'visibleLines' must be between 2 and 50",
  ),
  field(
    'too many digits',
    '<label>W</label><precision>19</precision><scale>0</scale><type>Number</type>',
    'precision must be between 1 and 18',
  ),
  field(
    'an auto number without digits',
    '<displayFormat>W</displayFormat><label>W</label><type>AutoNumber</type>',
    'Invalid display format: W',
  ),
  field(
    'a help that is too long',
    `<inlineHelpText>${'h'.repeat(511)}</inlineHelpText><label>W</label><length>5</length><type>Text</type>`,
    `Help Text: data value too large: ${'h'.repeat(511)} (max length=510)`,
  ),
  field(
    'a description that is too long',
    `<description>${'d'.repeat(1001)}</description><label>W</label><length>5</length><type>Text</type>`,
    `Description: data value too large: ${'d'.repeat(1001)} (max length=1000)`,
  ),
  field(
    'a field name that is too long',
    '<label>W</label><length>5</length><type>Text</type>',
    `Field Name: data value too large: ${'W'.repeat(41)} (max length=40)`,
    `${'W'.repeat(41)}__c`,
  ),
  field('no type', '<label>W</label>', "Must specify 'type' for a CustomField"),
  field(
    'a hierarchy outside of users',
    '<label>W</label><relationshipName>Ws</relationshipName><type>Hierarchy</type>',
    'Hierarchy is only allowed on the User object',
  ),
  field(
    'a relationship name with blanks',
    lookup('<referenceTo>Account</referenceTo>').replace('Ws', 'W s'),
    'Relationship name W s is not valid',
  ),
  field(
    'a lookup that deletes with its target',
    lookup('<deleteConstraint>Cascade</deleteConstraint><referenceTo>Account</referenceTo>'),
    'The local org does not support CustomField deleteConstraint Cascade.',
  ),
  field('a lookup filter without lines', filter(''), 'Required field is missing: filterItems'),
  field(
    'a lookup filter of an unknown field',
    filter(item('Account.No__c')),
    'In field: field - no CustomField named Account.No__c found',
  ),
  field(
    'a lookup filter of an unknown own field',
    filter(item('Account.Name', '<valueField>$Source.No__c</valueField>')),
    'In field: field - no CustomField named Visit__c.No__c found',
  ),
  field(
    'a lookup filter with a value and a field',
    filter(item('Account.Name', '<value>x</value><valueField>$Source.Name</valueField>')),
    'Specify either value or valueField for a filter item, not both',
  ),
  field(
    'a lookup filter whose logic names no line',
    filter(item('Account.Name'), '<booleanFilter>1 AND 2</booleanFilter>'),
    'The condition logic "1 and 2" isn\'t valid.',
  ),
  field(
    'a lookup filter with words that are too long',
    filter(item('Account.Name'), `<errorMessage>${'e'.repeat(256)}</errorMessage>`),
    `Error Message: data value too large: ${'e'.repeat(256)} (max length=255)`,
  ),
  field(
    'a picklist of both kinds',
    picklist(`${values(value('A'))}<valueSetName>None</valueSetName>`),
    'Must specify either valueSetName or valueSetDefinition for a valueSet',
  ),
  field(
    'a picklist with two defaults',
    picklist(values(value('A', true), value('B', true))),
    'A picklist can have only one default value',
  ),
  field(
    'a picklist label twice',
    picklist(values(value('A', false, 'Same'), value('B', false, 'Same'))),
    'duplicate picklist label: Same',
  ),
  field(
    'a picklist value that is too long',
    picklist(values(value('v'.repeat(256), false, 'V'))),
    `Picklist value: data value too large: ${'v'.repeat(256)} (max length=255)`,
  ),
  field(
    'settings without a control',
    picklist(
      `${values(value('A'))}<valueSettings><controllingFieldValue>B</controllingFieldValue><valueName>A</valueName></valueSettings>`,
    ),
    'Must specify controllingField when valueSettings are given',
  ),
  field(
    'a control that has no values',
    picklist(`<controllingField>Name</controllingField>${values(value('A'))}`),
    'Name cannot control a picklist',
  ),
  field(
    'a roll-up with digits',
    '<label>W</label><precision>5</precision><summaryForeignKey>Guest__c.Visit__c</summaryForeignKey><summaryOperation>count</summaryOperation><type>Summary</type>',
    "Can not specify 'precision' for a CustomField of type Summary",
  ),
  field(
    'a count of a field',
    '<label>W</label><summarizedField>Guest__c.Name</summarizedField><summaryForeignKey>Guest__c.Visit__c</summaryForeignKey><summaryOperation>count</summaryOperation><type>Summary</type>',
    "Can not specify 'summarizedField' for a Summary of operation count",
  ),
  field(
    'a roll-up of an unknown key',
    '<label>W</label><summaryForeignKey>Guest__c.No__c</summaryForeignKey><summaryOperation>count</summaryOperation><type>Summary</type>',
    'In field: summaryForeignKey - no CustomField named Guest__c.No__c found',
  ),
  field(
    'a maximum of an unknown field',
    '<label>W</label><summarizedField>Guest__c.No__c</summarizedField><summaryForeignKey>Guest__c.Visit__c</summaryForeignKey><summaryOperation>max</summaryOperation><type>Summary</type>',
    'In field: summarizedField - no CustomField named Guest__c.No__c found',
  ),
  field(
    'a roll-up filter against a field',
    '<label>W</label><summaryFilterItems><field>Guest__c.Name</field><operation>equals</operation><valueField>Guest__c.Name</valueField></summaryFilterItems><summaryForeignKey>Guest__c.Visit__c</summaryForeignKey><summaryOperation>count</summaryOperation><type>Summary</type>',
    'A roll-up summary filter compares with a value, not with a field',
  ),
  field(
    'an unknown way to summarize',
    '<label>W</label><summaryForeignKey>Guest__c.Visit__c</summaryForeignKey><summaryOperation>average</summaryOperation><type>Summary</type>',
    "'average' is not a valid value for the enum 'SummaryOperations'",
  ),
];
