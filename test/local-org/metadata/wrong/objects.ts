import { of } from './of.ts';
import type { Wrong } from './wrong.ts';

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

export const wrongObjects: readonly Wrong[] = [
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
    'a name field that counts by a format without a number',
    `${bare.replace('<plural', '<nameField><displayFormat>N-</displayFormat><label>N</label><type>AutoNumber</type></nameField><plural')}<sharingModel>Private</sharingModel>`,
    "Must specify 'displayFormat' for a CustomField of type AutoNumber",
  ),
  object(
    'custom settings that are shared',
    `<customSettingsType>Hierarchy</customSettingsType><label>Bare</label><sharingModel>Private</sharingModel>`,
    'Cannot specify: sharingModel for a custom setting',
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
];
