import { file } from '../local-package.ts';
import type { Wrong } from './wrong.ts';

const rule = (mistake: string, inside: string, says: string, name = 'Wrong'): Wrong => ({
  mistake,
  members: [`ValidationRule: Visit__c.${name}`],
  files: {
    'objects/Visit__c.object': file(
      'CustomObject',
      `<validationRules><fullName>${name}</fullName><active>true</active>${inside}</validationRules>`,
    ),
  },
  says,
});

const permissions = (mistake: string, inside: string, says: string): Wrong => ({
  mistake,
  members: ['PermissionSet: Wrong'],
  files: { 'permissionsets/Wrong.permissionset': file('PermissionSet', inside) },
  says,
});

const rights = (object: string, ...given: string[]): string =>
  `<objectPermissions>${['allowCreate', 'allowDelete', 'allowEdit', 'allowRead', 'modifyAllRecords']
    .map((right) => `<${right}>${given.includes(right)}</${right}>`)
    .join(
      '',
    )}<object>${object}</object><viewAllRecords>${given.includes('viewAllRecords')}</viewAllRecords></objectPermissions>`;

/** The manager of the manager … of whoever created the record: each step is one more relationship. */
const above = (first: string, steps: number): string[] =>
  Array.from({ length: steps }, (_, index) => first + '.Manager'.repeat(index));
const [creators, editors] = [above('CreatedBy', 10), above('LastModifiedBy', 6)];

export const wrongRulesAndPermissions: readonly Wrong[] = [
  rule(
    'a condition that is no condition',
    '<errorConditionFormula>1 + 1</errorConditionFormula><errorMessage>m</errorMessage>',
    'Formula result is data type (Number), incompatible with expected data type (Boolean).',
  ),
  rule(
    'a message that is too long',
    `<errorConditionFormula>true</errorConditionFormula><errorMessage>${'m'.repeat(256)}</errorMessage>`,
    `Error Message: data value too large: ${'m'.repeat(256)} (max length=255)`,
  ),
  rule(
    'a name that is too long',
    '<errorConditionFormula>true</errorConditionFormula><errorMessage>m</errorMessage>',
    `Validation Name: data value too large: ${'W'.repeat(41)} (max length=40)`,
    'W'.repeat(41),
  ),
  rule(
    'an error field that is not there',
    '<errorConditionFormula>true</errorConditionFormula><errorDisplayField>No__c</errorDisplayField><errorMessage>m</errorMessage>',
    'In field: errorDisplayField - no CustomField named Visit__c.No__c found',
  ),
  rule(
    'an error at a roll-up',
    '<errorConditionFormula>true</errorConditionFormula><errorDisplayField>Guests__c</errorDisplayField><errorMessage>m</errorMessage>',
    'Error location cannot be a roll-up summary field: Guests__c',
  ),
  rule(
    'more relationships than an object may cross',
    `<errorConditionFormula>${creators.at(-1)}.Name &lt;&gt; ${editors.at(-1)}.Name</errorConditionFormula><errorMessage>m</errorMessage>`,
    `You have reached the maximum number of 15 object references on Visit. You must remove at least 1 relationship(s) in order to save this Validation Rule. Related objects referenced in this Validation Rule: ${[...creators, ...editors].join(', ')}`,
  ),
  rule(
    'a look-up by another field than the name',
    '<errorConditionFormula>VLOOKUP($ObjectType.Visit__c.Fields.Name, $ObjectType.Visit__c.Fields.Id, Name) = Name</errorConditionFormula><errorMessage>m</errorMessage>',
    "Incorrect argument type for function 'VLOOKUP()'.",
  ),
  rule('no message', '<errorConditionFormula>true</errorConditionFormula>', 'Required field is missing: errorMessage'),
  permissions(
    'a required field',
    '<fieldPermissions><editable>true</editable><field>Opportunity.StageName</field><readable>true</readable></fieldPermissions><label>W</label>',
    'You cannot deploy to a required field: Opportunity.StageName',
  ),
  permissions(
    'a master-detail field',
    '<fieldPermissions><editable>true</editable><field>Guest__c.Visit__c</field><readable>true</readable></fieldPermissions><label>W</label>',
    'You cannot deploy to a required field: Guest__c.Visit__c',
  ),
  permissions(
    'a field that is not there',
    '<fieldPermissions><editable>true</editable><field>Visit__c.No__c</field><readable>true</readable></fieldPermissions><label>W</label>',
    'In field: field - no CustomField named Visit__c.No__c found',
  ),
  permissions(
    'an object that is not there',
    `<label>W</label>${rights('No__c', 'allowRead')}`,
    'In field: object - no CustomObject named No__c found',
  ),
  permissions(
    'a right without the one it needs',
    `<label>W</label>${rights('Account', 'allowEdit')}`,
    'Permission Edit Account depends on permission(s): Read Account',
  ),
  permissions(
    'a detail without its master',
    `<label>W</label>${rights('Guest__c', 'allowRead')}`,
    'Permission Read Guest__c depends on permission(s): Read Visit__c',
  ),
  permissions(
    'an opportunity without its account',
    `<label>W</label>${rights('Opportunity', 'allowRead')}`,
    'Permission Read Opportunity depends on permission(s): Read Account',
  ),
  permissions(
    'a system permission that is not there',
    '<label>W</label><userPermissions><enabled>true</enabled><name>Fly</name></userPermissions>',
    'Unknown user permission: Fly',
  ),
  permissions(
    'entries apart',
    `<label>W</label>${rights('Account', 'allowRead')}<userPermissions><enabled>true</enabled><name>ApiEnabled</name></userPermissions>${rights('Lead', 'allowRead')}`,
    'Error parsing file: Element objectPermissions is duplicated at this location in type PermissionSet',
  ),
  permissions(
    'Apex',
    '<classAccesses><apexClass>Foo</apexClass><enabled>true</enabled></classAccesses><label>W</label>',
    'The local org does not support PermissionSet classAccesses.',
  ),
];
