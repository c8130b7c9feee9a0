import { file } from '../local-package.ts';
import type { Wrong } from './wrong.ts';

interface Kind {
  readonly type: string;
  readonly path: string;
  readonly name: string;
  readonly tag?: string;
}

const of =
  ({ type, path, name, tag = type }: Kind) =>
  (mistake: string, inside: string, says: string): Wrong => ({
    mistake: `a ${type} with ${mistake}`,
    members: [`${type}: ${name}`],
    files: { [path]: file(tag, inside) },
    says,
  });

const page = of({ type: 'FlexiPage', path: 'flexipages/Wrong.flexipage', name: 'Wrong' });
const template = '<template><name>flexipage:recordHomeTemplateDesktop</name></template><type>RecordPage</type>';
const region = (inside: string, name = 'main', type = 'Region'): string =>
  `<flexiPageRegions>${inside}<name>${name}</name><type>${type}</type></flexiPageRegions>`;
const component = (name: string, identifier = ''): string =>
  `<itemInstances><componentInstance><componentName>${name}</componentName>${identifier && `<identifier>${identifier}</identifier>`}</componentInstance></itemInstances>`;
const onAccount = '<masterLabel>W</masterLabel><sobjectType>Account</sobjectType>';

const set = of({ type: 'PermissionSet', path: 'permissionsets/Wrong.permissionset', name: 'Wrong' });
const group = of({ type: 'PermissionSetGroup', path: 'permissionsetgroups/Wrong.permissionsetgroup', name: 'Wrong' });
const profile = of({ type: 'Profile', path: 'profiles/Standard.profile', name: 'Standard' });
const label = of({ type: 'CustomLabels', path: 'labels/CustomLabels.labels', name: 'CustomLabels' });
const translation = of({ type: 'Translations', path: 'translations/zh_CN.translation', name: 'zh_CN' });
const translatedObject = of({
  type: 'CustomObjectTranslation',
  path: 'objectTranslations/Visit__c-zh_CN.objectTranslation',
  name: 'Visit__c-zh_CN',
});
const object = of({ type: 'CustomObject', path: 'objects/Bare__c.object', name: 'Bare__c' });
const bare = '<label>Bare</label><pluralLabel>Bares</pluralLabel>';
const named = '<nameField><label>N</label><type>Text</type></nameField>';
const ofVisit = (type: string, name = 'Visit__c.Wrong') =>
  of({ type, path: 'objects/Visit__c.object', name, tag: 'CustomObject' });
const recordType = (inside: string): string =>
  `<recordTypes><fullName>Wrong</fullName><active>true</active>${inside}</recordTypes>`;
const listView = (inside: string): string =>
  `<listViews><fullName>Wrong</fullName>${inside}<filterScope>Everything</filterScope><label>W</label></listViews>`;
const globals = of({ type: 'GlobalValueSet', path: 'globalValueSets/Wrong.globalValueSet', name: 'Wrong' });
const one = (name: string, isDefault = false): string =>
  `<customValue><fullName>${name}</fullName><default>${String(isDefault)}</default><label>${name}</label></customValue>`;
const role = of({ type: 'Role', path: 'roles/Wrong.role', name: 'Wrong' });
const levels =
  '<caseAccessLevel>Edit</caseAccessLevel><contactAccessLevel>Edit</contactAccessLevel><mayForecastManagerShare>false</mayForecastManagerShare>';
const queue = of({ type: 'Queue', path: 'queues/Wrong.queue', name: 'Wrong' });
const tab = of({ type: 'CustomTab', path: 'tabs/Wrong.tab', name: 'Wrong' });
const app = of({ type: 'CustomApplication', path: 'applications/Wrong.app', name: 'Wrong' });
const path = of({ type: 'PathAssistant', path: 'pathAssistants/Wrong.pathAssistant', name: 'Wrong' });
const layout = of({ type: 'Layout', path: 'layouts/Visit__c-Wrong.layout', name: 'Visit__c-Wrong' });
const section = (columns: string, style = 'TwoColumnsTopToBottom'): string =>
  `<layoutSections>${columns}<style>${style}</style></layoutSections>`;
const shown = (name: string, behavior = name === 'Name' ? 'Required' : 'Edit'): string =>
  `<layoutItems><behavior>${behavior}</behavior><field>${name}</field></layoutItems>`;

export const wrongPagesAndPeople: readonly Wrong[] = [
  page('no object', `${region('')}<masterLabel>W</masterLabel>${template}`, 'Required field is missing: sobjectType'),
  page(
    'an object that is not there',
    `${region('')}<masterLabel>W</masterLabel><sobjectType>No__c</sobjectType>${template}`,
    'In field: sobjectType - no CustomObject named No__c found',
  ),
  page(
    'a field that is not there',
    `${region('<itemInstances><fieldInstance><fieldItem>Record.No__c</fieldItem></fieldInstance></itemInstances>')}${onAccount}${template}`,
    'In field: fieldItem - no CustomField named Account.No__c found',
  ),
  page('a region twice', `${region('')}${region('')}${onAccount}${template}`, 'Duplicate region: main'),
  page(
    'a facet that nothing names',
    `${region('')}${region('', 'Facet-x', 'Facet')}${onAccount}${template}`,
    "The facet 'Facet-x' isn't referenced by any component",
  ),
  page(
    'a component of nobody',
    `${region(component('nobody:thing'))}${onAccount}${template}`,
    "We couldn't retrieve the design time component information for component nobody:thing.",
  ),
  page(
    'an identifier twice',
    `${region(component('force:detailPanel', 'same') + component('force:detailPanel', 'same'))}${onAccount}${template}`,
    'Duplicate component identifier: same',
  ),
  page(
    'an unknown template',
    `${region('')}${onAccount}<template><name>flexipage:nowhere</name></template><type>RecordPage</type>`,
    'The local org does not support FlexiPage template flexipage:nowhere.',
  ),
  page(
    'a wrong kind of region',
    `${region('', 'main', 'Corner')}${onAccount}${template}`,
    "'Corner' is not a valid value for the enum 'FlexiPageRegionType'",
  ),

  set('no label', '<description>d</description>', 'Required field is missing: label'),
  set(
    'a label that is too long',
    `<label>${'l'.repeat(81)}</label>`,
    `Label: data value too large: ${'l'.repeat(81)} (max length=80)`,
  ),
  set(
    'an edit without a read',
    '<fieldPermissions><editable>true</editable><field>Visit__c.Host__c</field><readable>false</readable></fieldPermissions><label>W</label>',
    'Permission Edit Visit__c.Host__c depends on permission(s): Read Visit__c.Host__c',
  ),
  set(
    'a custom permission that is not there',
    '<customPermissions><enabled>true</enabled><name>No</name></customPermissions><label>W</label>',
    'In field: name - no CustomPermission named No found',
  ),
  set(
    'a record type that is not there',
    '<label>W</label><recordTypeVisibilities><recordType>Visit__c.No</recordType><visible>true</visible></recordTypeVisibilities>',
    'In field: recordType - no RecordType named Visit__c.No found',
  ),
  set(
    'an app that is not there',
    '<applicationVisibilities><application>No</application><visible>true</visible></applicationVisibilities><label>W</label>',
    'In field: application - no CustomApplication named No found',
  ),
  set(
    'a tab that is not there',
    '<label>W</label><tabSettings><tab>No__c</tab><visibility>Visible</visibility></tabSettings>',
    'In field: tab - no CustomTab named No__c found',
  ),
  set(
    'a tab of an unknown visibility',
    '<label>W</label><tabSettings><tab>standard-Account</tab><visibility>Loud</visibility></tabSettings>',
    "'Loud' is not a valid value for the enum 'PermissionSetTabVisibility'",
  ),
  group(
    'a set that is not there',
    '<label>W</label><permissionSets>No</permissionSets>',
    'In field: permissionSets - no PermissionSet named No found',
  ),
  profile(
    'a layout that is not there',
    '<layoutAssignments><layout>Visit__c-No</layout></layoutAssignments>',
    'In field: layout - no Layout named Visit__c-No found',
  ),
  profile(
    'a field that is not there',
    '<fieldPermissions><editable>true</editable><field>Visit__c.No__c</field><readable>true</readable></fieldPermissions>',
    'In field: field - no CustomField named Visit__c.No__c found',
  ),
  profile(
    'login hours',
    '<loginHours><mondayStart>480</mondayStart></loginHours>',
    'The local org does not support Profile loginHours.',
  ),

  label(
    'a value that is too long',
    `<labels><fullName>Wrong</fullName><language>en_US</language><protected>false</protected><shortDescription>W</shortDescription><value>${'v'.repeat(1001)}</value></labels>`,
    `Value: data value too large: ${'v'.repeat(1001)} (max length=1000)`,
  ),
  label(
    'no language',
    '<labels><fullName>Wrong</fullName><protected>false</protected><shortDescription>W</shortDescription><value>W</value></labels>',
    'Required field is missing: language',
  ),
  label(
    'a name with a blank',
    '<labels><fullName>Wr ong</fullName><language>en_US</language><protected>false</protected><shortDescription>W</shortDescription><value>W</value></labels>',
    'The Name can only contain underscores and alphanumeric characters. It must be unique, begin with a letter, not include spaces, not end with an underscore, and not contain two consecutive underscores.',
  ),
  translation(
    'a label that is not there',
    '<customLabels><label>错</label><name>No</name></customLabels>',
    'In field: name - no CustomLabel named No found',
  ),
  translation(
    'a tab that is not there',
    '<customTabs><label>错</label><name>No</name></customTabs>',
    'In field: name - no CustomTab named No found',
  ),
  translatedObject(
    'a rule that is not there',
    '<validationRules><errorMessage>错</errorMessage><name>No</name></validationRules>',
    'In field: name - no ValidationRule named Visit__c.No found',
  ),
  translatedObject(
    'a record type that is not there',
    '<recordTypes><label>错</label><name>No</name></recordTypes>',
    'In field: name - no RecordType named Visit__c.No found',
  ),
  translatedObject(
    'a label that is too long',
    `<fields><label>${'错'.repeat(41)}</label><name>Host__c</name></fields>`,
    `Label: data value too large: ${'错'.repeat(41)} (max length=40)`,
  ),

  object(
    'no label',
    `${named}<pluralLabel>Bares</pluralLabel><sharingModel>Private</sharingModel>`,
    'Must specify a non-empty label for the CustomObject',
  ),
  object(
    'no plural',
    `<label>Bare</label>${named}<sharingModel>Private</sharingModel>`,
    'Must specify a non-empty pluralLabel for the CustomObject',
  ),
  object('no sharing model', bare.replace('<plural', `${named}<plural`), 'Required field is missing: sharingModel'),
  object(
    'a name field of another type',
    `${bare.replace('<plural', '<nameField><label>N</label><type>Date</type></nameField><plural')}<sharingModel>Private</sharingModel>`,
    'nameField must be of type Text or AutoNumber',
  ),
  object(
    'a name field that counts without a format',
    `${bare.replace('<plural', '<nameField><label>N</label><type>AutoNumber</type></nameField><plural')}<sharingModel>Private</sharingModel>`,
    "Must specify 'displayFormat' for a CustomField of type AutoNumber",
  ),
  object(
    'custom settings',
    `<customSettingsType>Hierarchy</customSettingsType><label>Bare</label>`,
    'The local org does not support CustomObject customSettingsType.',
  ),
  object(
    'a sharing model that there is not',
    `${bare.replace('<plural', `${named}<plural`)}<sharingModel>Public</sharingModel>`,
    "'Public' is not a valid value for the enum 'SharingModel'",
  ),

  ofVisit('RecordType')(
    'a process that belongs to deals',
    recordType('<businessProcess>No</businessProcess><label>W</label>'),
    "Can not specify 'businessProcess' for a record type of Visit__c",
  ),
  ofVisit('RecordType')(
    'a picklist that is not there',
    recordType('<label>W</label><picklistValues><picklist>No__c</picklist></picklistValues>'),
    'In field: picklist - no CustomField named Visit__c.No__c found',
  ),
  ofVisit('RecordType')(
    'a compact layout that is not there',
    recordType('<compactLayoutAssignment>No</compactLayoutAssignment><label>W</label>'),
    'In field: compactLayoutAssignment - no CompactLayout named Visit__c.No found',
  ),
  ofVisit('RecordType')('no label', recordType(''), 'Required field is missing: label'),
  ofVisit('ListView')(
    'a column twice',
    listView('<columns>Host__c</columns><columns>Host__c</columns>'),
    'Duplicate column: Host__c',
  ),
  ofVisit('ListView')(
    'a filter on nothing',
    listView('<columns>NAME</columns>').replace(
      '</listViews>',
      '<filters><field>No__c</field><operation>equals</operation><value>x</value></filters></listViews>',
    ),
    'Could not resolve list view column: No__c',
  ),
  ofVisit('CompactLayout')(
    'a field that is not there',
    '<compactLayouts><fullName>Wrong</fullName><fields>No__c</fields><label>W</label></compactLayouts>',
    'In field: fields - no CustomField named Visit__c.No__c found',
  ),
  ofVisit('WebLink')(
    'anything',
    '<webLinks><fullName>Wrong</fullName><availability>online</availability><displayType>link</displayType><linkType>url</linkType><masterLabel>W</masterLabel><openType>newWindow</openType><protected>false</protected><url>x</url></webLinks>',
    'The local org does not support metadata type WebLink.',
  ),
  ofVisit('FieldSet')(
    'a field that is not there',
    '<fieldSets><fullName>Wrong</fullName><description>d</description><displayedFields><field>No__c</field><isFieldManaged>false</isFieldManaged><isRequired>false</isRequired></displayedFields><label>W</label></fieldSets>',
    'In field: field - no CustomField named Visit__c.No__c found',
  ),

  globals('no value', '<masterLabel>W</masterLabel><sorted>false</sorted>', 'A value set must have at least one value'),
  globals(
    'a value twice',
    `${one('A')}${one('a')}<masterLabel>W</masterLabel><sorted>false</sorted>`,
    'Duplicate value found: a',
  ),
  globals(
    'two defaults',
    `${one('A', true)}${one('B', true)}<masterLabel>W</masterLabel><sorted>false</sorted>`,
    'A picklist can have only one default value',
  ),
  role(
    'itself above',
    `${levels}<name>W</name><opportunityAccessLevel>Edit</opportunityAccessLevel><parentRole>Wrong</parentRole>`,
    'A role cannot report to itself',
  ),
  queue(
    'an object that has no owner',
    '<doesSendEmailToMembers>false</doesSendEmailToMembers><name>W</name><queueSobject><sobjectType>Guest__c</sobjectType></queueSobject>',
    'Queues are not available for Guest__c',
  ),
  queue(
    'an object that is not there',
    '<doesSendEmailToMembers>false</doesSendEmailToMembers><name>W</name><queueSobject><sobjectType>No__c</sobjectType></queueSobject>',
    'In field: sobjectType - no CustomObject named No__c found',
  ),
  tab(
    'a page that is not there',
    '<flexiPage>No</flexiPage><label>W</label><motif>Custom1: Heart</motif>',
    'In field: flexiPage - no FlexiPage named No found',
  ),
  tab(
    'nothing to show',
    '<label>W</label><motif>Custom1: Heart</motif>',
    'Must specify exactly one of customObject, flexiPage, lwcComponent or url for a CustomTab',
  ),
  tab(
    'an address',
    '<label>W</label><motif>Custom1: Heart</motif><url>https://example.com</url>',
    'The local org does not support CustomTab url.',
  ),
  app(
    'no label',
    '<formFactors>Large</formFactors><navType>Standard</navType><uiType>Lightning</uiType>',
    'Required field is missing: label',
  ),
  app(
    'a utility bar that is not there',
    '<formFactors>Large</formFactors><label>W</label><navType>Standard</navType><uiType>Lightning</uiType><utilityBar>No</utilityBar>',
    'In field: utilityBar - no FlexiPage named No found',
  ),
  path(
    'a field without values',
    '<active>true</active><entityName>Visit__c</entityName><fieldName>Name</fieldName><masterLabel>W</masterLabel><recordTypeName>__MASTER__</recordTypeName>',
    'In field: fieldName - no CustomField named Visit__c.Name found',
  ),
  path(
    'a stage that is not there',
    '<active>true</active><entityName>Opportunity</entityName><fieldName>StageName</fieldName><masterLabel>W</masterLabel><pathAssistantSteps><picklistValueName>Nowhere</picklistValueName></pathAssistantSteps><recordTypeName>__MASTER__</recordTypeName>',
    'Picklist value: Nowhere in picklist: StageName not found',
  ),
  layout(
    'a field that is not there',
    section(`<layoutColumns>${shown('Name')}${shown('No__c')}</layoutColumns><layoutColumns/>`),
    'In field: field - no CustomField named Visit__c.No__c found',
  ),
  layout(
    'a field twice',
    section(`<layoutColumns>${shown('Name')}${shown('Name')}</layoutColumns><layoutColumns/>`),
    'Field: field, value:Name appears more than once',
  ),
  layout(
    'one column of two',
    section(`<layoutColumns>${shown('Name')}</layoutColumns>`),
    'A section of style TwoColumnsTopToBottom must have 2 columns',
  ),
  layout(
    'a name that one may leave out',
    section(`<layoutColumns>${shown('Name', 'Edit')}</layoutColumns><layoutColumns/>`),
    'Field:Name must be Required',
  ),
];
