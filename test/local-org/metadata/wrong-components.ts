import { file } from './local-package.ts';

/** One mistake in one component: what is deployed and what the org says to it. */
export interface Wrong {
  readonly mistake: string;
  readonly members: readonly string[];
  readonly files: Readonly<Record<string, string>>;
  readonly says: string;
}

const NS = '{http://soap.sforce.com/2006/04/metadata}';

/** A field of the object Visit__c that the tests deploy beforehand. */
const field = (mistake: string, inside: string, says: string, name = 'Wrong__c'): Wrong => ({
  mistake,
  members: [`CustomField: Visit__c.${name}`],
  files: { 'objects/Visit__c.object': file('CustomObject', `<fields><fullName>${name}</fullName>${inside}</fields>`) },
  says,
});

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
  field(
    'a lookup to nothing',
    '<label>W</label><referenceTo>Nothing__c</referenceTo><relationshipName>Ws</relationshipName><type>Lookup</type>',
    "referenceTo value of 'Nothing__c' does not resolve to a valid sObject type",
  ),
  field(
    'an order on a lookup',
    '<label>W</label><referenceTo>Account</referenceTo><relationshipName>Ws</relationshipName><relationshipOrder>0</relationshipOrder><type>Lookup</type>',
    "Can not specify 'relationshipOrder' for a CustomField of type Lookup",
  ),
  field(
    'a required lookup that can be blanked',
    '<label>W</label><referenceTo>Account</referenceTo><relationshipName>Ws</relationshipName><required>true</required><type>Lookup</type>',
    'field integrity exception: unknown (must specify either cascade delete or restrict delete for required lookup foreign key)',
  ),
  field(
    'a relationship name that is taken',
    '<label>W</label><referenceTo>Account</referenceTo><relationshipName>Visits</relationshipName><type>Lookup</type>',
    'There is already a Child Relationship named Visits on Account.',
  ),
  field(
    'a formula that does not parse',
    '<formula>1 +</formula><label>W</label><precision>18</precision><scale>0</scale><type>Number</type>',
    "Syntax error.  Found 'end of formula'",
  ),
  field(
    'a formula of an unknown field',
    '<formula>Nope__c + 1</formula><label>W</label><precision>18</precision><scale>0</scale><type>Number</type>',
    'Field Nope__c does not exist. Check spelling.',
  ),
  field(
    'a formula of the wrong type',
    '<formula>"a"</formula><label>W</label><precision>18</precision><scale>0</scale><type>Number</type>',
    'Formula result is data type (Text), incompatible with expected data type (Number).',
  ),
  field(
    'a formula of itself',
    '<formula>Wrong__c + 1</formula><label>W</label><precision>18</precision><scale>0</scale><type>Number</type>',
    'Formula refers to itself: Wrong__c → Wrong__c',
  ),
  field(
    'a picklist without values',
    '<label>W</label><type>Picklist</type>',
    "Must specify 'valueSet' for a CustomField of type Picklist",
  ),
  field(
    'a global value set that is not there',
    '<label>W</label><type>Picklist</type><valueSet><valueSetName>None</valueSetName></valueSet>',
    'In field: valueSetName - no GlobalValueSet named None found',
  ),
  field(
    'a picklist value twice',
    `<label>W</label><type>Picklist</type><valueSet><valueSetDefinition><sorted>false</sorted>${['A', 'A'].map((name) => `<value><fullName>${name}</fullName><default>false</default><label>${name}</label></value>`).join('')}</valueSetDefinition></valueSet>`,
    'Duplicate value found: A in picklist',
  ),
  field(
    'a control that is not there',
    '<label>W</label><type>Picklist</type><valueSet><controllingField>No__c</controllingField><valueSetDefinition><sorted>false</sorted><value><fullName>A</fullName><default>false</default><label>A</label></value></valueSetDefinition></valueSet>',
    'In field: controllingField - no CustomField named Visit__c.No__c found',
  ),
  field(
    'a roll-up without details',
    '<label>W</label><summaryForeignKey>Task.WhatId</summaryForeignKey><summaryOperation>count</summaryOperation><type>Summary</type>',
    'summaryForeignKey Task.WhatId is not a master-detail field to Visit__c',
  ),
  field(
    'a sum of nothing',
    '<label>W</label><summaryForeignKey>Guest__c.Visit__c</summaryForeignKey><summaryOperation>sum</summaryOperation><type>Summary</type>',
    "Must specify 'summarizedField' for a Summary of operation sum",
  ),
  field(
    'a sum of text',
    '<label>W</label><summarizedField>Guest__c.Name</summarizedField><summaryForeignKey>Guest__c.Visit__c</summaryForeignKey><summaryOperation>sum</summaryOperation><type>Summary</type>',
    'Field Guest__c.Name of type string cannot be summarized by sum',
  ),
  field(
    'a roll-up filter on nothing',
    '<label>W</label><summaryFilterItems><field>Guest__c.No__c</field><operation>equals</operation><value>1</value></summaryFilterItems><summaryForeignKey>Guest__c.Visit__c</summaryForeignKey><summaryOperation>count</summaryOperation><type>Summary</type>',
    'In field: field - no CustomField named Guest__c.No__c found',
  ),
  field(
    'a field type that is not supported',
    '<label>W</label><type>Location</type>',
    'The local org does not support CustomField type Location.',
  ),
];

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

const one = (
  type: string,
  path: string,
  name: string,
  inside: string,
  mistake: string,
  says: string,
  tag = type,
): Wrong => ({
  mistake: `${type} with ${mistake}`,
  members: [`${type}: ${name}`],
  files: { [path]: file(tag, inside) },
  says,
});

const stage = (inside: string) =>
  `<sorted>false</sorted><standardValue><fullName>A</fullName><default>false</default><label>A</label>${inside}</standardValue>`;
const flowOf = (inside: string, start: string) =>
  `<apiVersion>66.0</apiVersion>${inside}<label>W</label><processType>AutoLaunchedFlow</processType>${start}<status>Active</status>`;
const before = (target: string) =>
  `<start><locationX>0</locationX><locationY>0</locationY><connector><targetReference>${target}</targetReference></connector><object>Account</object><recordTriggerType>Update</recordTriggerType><triggerType>RecordBeforeSave</triggerType></start>`;
const customError = (message: string) =>
  `<customErrors><name>Stop</name><label>Stop</label><locationX>0</locationX><locationY>0</locationY><customErrorMessages><errorMessage>${message}</errorMessage><isFieldError>false</isFieldError></customErrorMessages></customErrors>`;

export const wrongOthers: readonly Wrong[] = [
  one(
    'CustomObject',
    'objects/Bare__c.object',
    'Bare__c',
    '<label>Bare</label><pluralLabel>Bares</pluralLabel><sharingModel>Private</sharingModel>',
    'no name field',
    'Must specify a nameField of type Text or AutoNumber',
  ),
  one(
    'CustomObject',
    'objects/Bare__c.object',
    'Bare__c',
    '<label>Bare</label><nameField><label>N</label><type>Text</type></nameField><pluralLabel>Bares</pluralLabel><sharingModel>ControlledByParent</sharingModel>',
    'a parent that is none',
    'Cannot set sharingModel to ControlledByParent on a CustomObject without a MasterDetail relationship field',
  ),
  one(
    'CustomObject',
    'objects/Bare__e.object',
    'Bare__e',
    '<label>Bare</label><pluralLabel>Bares</pluralLabel>',
    'a platform event',
    'The local org does not support metadata of platform events.',
  ),
  one(
    'RecordType',
    'objects/Opportunity.object',
    'Opportunity.Wrong',
    '<recordTypes><fullName>Wrong</fullName><active>true</active><label>W</label></recordTypes>',
    'no business process',
    'Required field is missing: businessProcess',
    'CustomObject',
  ),
  one(
    'BusinessProcess',
    'objects/Opportunity.object',
    'Opportunity.Wrong',
    '<businessProcesses><fullName>Wrong</fullName><isActive>true</isActive><values><fullName>Nowhere</fullName><default>false</default></values></businessProcesses>',
    'a stage that is not there',
    'Picklist value: Nowhere in picklist: StageName not found',
    'CustomObject',
  ),
  one(
    'StandardValueSet',
    'standardValueSets/OpportunityStage.standardValueSet',
    'OpportunityStage',
    stage('<forecastCategory>Pipeline</forecastCategory>'),
    'no probability',
    'Required field is missing: probability',
  ),
  one(
    'StandardValueSet',
    'standardValueSets/OpportunityStage.standardValueSet',
    'OpportunityStage',
    stage('<forecastCategory>Soon</forecastCategory><probability>1</probability>'),
    'a wrong category',
    "'Soon' is not a valid value for the enum 'ForecastCategories'",
  ),
  one(
    'Flow',
    'flows/Wrong.flow',
    'Wrong',
    flowOf(customError('no'), before('Nowhere')),
    'a connector to nothing',
    'Wrong: the element "Nowhere" can\'t be found.',
  ),
  one(
    'Flow',
    'flows/Wrong.flow',
    'Wrong',
    flowOf(customError('x'.repeat(256)), before('Stop')),
    'a message that is too long',
    `Error Message: data value too large: ${'x'.repeat(256)} (max length=255)`,
  ),
  one(
    'Flow',
    'flows/Wrong.flow',
    'Wrong',
    flowOf(
      customError('no'),
      '<start><locationX>0</locationX><locationY>0</locationY><connector><targetReference>Stop</targetReference></connector></start>',
    ),
    'an error without a record',
    'Custom error elements are only available in record-triggered flows',
  ),
  one(
    'Flow',
    'flows/Wrong.flow',
    'Wrong',
    '<apiVersion>66.0</apiVersion><label>W</label><processType>Survey</processType><status>Active</status>',
    'another kind of process',
    'The local org does not support Flow processType Survey.',
  ),
  one(
    'CustomLabels',
    'labels/CustomLabels.labels',
    'CustomLabels',
    '<labels><fullName>Wrong</fullName><language>xx</language><protected>false</protected><shortDescription>W</shortDescription><value>W</value></labels>',
    'an unknown language',
    'Unknown language: xx',
  ),
  one(
    'CustomObjectTranslation',
    'objectTranslations/Account-zh_CN.objectTranslation',
    'Account-zh_CN',
    '<fields><label>错</label><name>No__c</name></fields>',
    'a field that is not there',
    'In field: name - no CustomField named Account.No__c found',
  ),
  one(
    'CustomTab',
    'tabs/No__c.tab',
    'No__c',
    '<customObject>true</customObject><motif>Custom1: Heart</motif>',
    'no object',
    'In field: customObject - no CustomObject named No__c found',
  ),
  one(
    'CustomApplication',
    'applications/Wrong.app',
    'Wrong',
    '<formFactors>Large</formFactors><label>W</label><navType>Standard</navType><tabs>No__c</tabs><uiType>Lightning</uiType>',
    'a tab that is not there',
    'In field: tab - no CustomTab named No__c found',
  ),
  one(
    'FlexiPage',
    'flexipages/Wrong.flexipage',
    'Wrong',
    '<flexiPageRegions><name>attic</name><type>Region</type></flexiPageRegions><masterLabel>W</masterLabel><sobjectType>Account</sobjectType><template><name>flexipage:recordHomeTemplateDesktop</name></template><type>RecordPage</type>',
    'a region that is not there',
    "The 'attic' region doesn't exist in the template 'flexipage:recordHomeTemplateDesktop'",
  ),
  one(
    'FlexiPage',
    'flexipages/Wrong.flexipage',
    'Wrong',
    '<flexiPageRegions><itemInstances><componentInstance><componentName>c:nowhere</componentName></componentInstance></itemInstances><name>main</name><type>Region</type></flexiPageRegions><masterLabel>W</masterLabel><sobjectType>Account</sobjectType><template><name>flexipage:recordHomeTemplateDesktop</name></template><type>RecordPage</type>',
    'a component that is not there',
    "We couldn't retrieve the design time component information for component c:nowhere.",
  ),
  one(
    'Layout',
    'layouts/Visit__c-Wrong.layout',
    'Visit__c-Wrong',
    '<layoutSections><layoutColumns/><layoutColumns/><style>TwoColumnsTopToBottom</style></layoutSections>',
    'a required field left out',
    'Layout must contain an item for required layout field: Name',
  ),
  one(
    'QuickAction',
    'quickActions/Account.Wrong.quickAction',
    'Account.Wrong',
    '<label>W</label><lightningWebComponent>nowhere</lightningWebComponent><optionsCreateFeedItem>false</optionsCreateFeedItem><type>LightningWebComponent</type>',
    'a component that is not there',
    'In field: lightningWebComponent - no LightningComponentBundle named nowhere found',
  ),
  one(
    'ListView',
    'objects/Visit__c.object',
    'Visit__c.Wrong',
    '<listViews><fullName>Wrong</fullName><columns>No__c</columns><filterScope>Everything</filterScope><label>W</label></listViews>',
    'a column that is not there',
    'Could not resolve list view column: No__c',
    'CustomObject',
  ),
  one(
    'Role',
    'roles/Wrong.role',
    'Wrong',
    '<caseAccessLevel>Edit</caseAccessLevel><contactAccessLevel>Edit</contactAccessLevel><mayForecastManagerShare>false</mayForecastManagerShare><name>W</name><opportunityAccessLevel>Edit</opportunityAccessLevel><parentRole>Nobody</parentRole>',
    'a parent that is not there',
    'In field: parentRole - no Role named Nobody found',
  ),
  one(
    'SharingCriteriaRule',
    'sharingRules/Account.sharingRules',
    'Account.Wrong',
    '<sharingCriteriaRules><fullName>Wrong</fullName><accessLevel>Read</accessLevel><accountSettings><caseAccessLevel>None</caseAccessLevel><contactAccessLevel>None</contactAccessLevel><opportunityAccessLevel>None</opportunityAccessLevel></accountSettings><label>W</label><sharedTo><allInternalUsers></allInternalUsers></sharedTo><criteriaItems><field>Name</field><operation>equals</operation><value>x</value></criteriaItems><includeRecordsOwnedByAll>true</includeRecordsOwnedByAll></sharingCriteriaRules>',
    'an object that everybody may edit',
    'Sharing rules are not available for Account: its sharing model is ReadWrite',
    'SharingRules',
  ),
  one(
    'Settings',
    'settings/Opportunity.settings',
    'Opportunity',
    '<enableOpportunityTeam>false</enableOpportunityTeam>',
    'a switch that is not kept',
    'The local org does not support OpportunitySettings enableOpportunityTeam false.',
    'OpportunitySettings',
  ),
];
