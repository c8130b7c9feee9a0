import { file } from '../local-package.ts';
import { of } from './of.ts';
import type { Wrong } from './wrong.ts';

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

export const wrongPeopleAndWords: readonly Wrong[] = [
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
    'a layout that is not there',
    '<layouts><layout>No Layout</layout><sections><label>错</label><section>No</section></sections></layouts>',
    'In field: layout - no Layout named Visit__c-No Layout found',
  ),
  translatedObject(
    'a kind of layout',
    '<layouts><layout>No Layout</layout><layoutType>Compact</layoutType></layouts>',
    'The local org does not support LayoutTranslation layoutType.',
  ),
  {
    mistake: 'CustomObjectTranslation with a section that is not on its layout',
    members: ['Layout: Visit__c-Visit Layout', 'CustomObjectTranslation: Visit__c-zh_CN'],
    files: {
      'layouts/Visit__c-Visit Layout.layout': file(
        'Layout',
        `<layoutSections><customLabel>true</customLabel><label>Guests</label><layoutColumns>${['Name', 'Host__c'].map((field) => `<layoutItems><behavior>Required</behavior><field>${field}</field></layoutItems>`).join('')}</layoutColumns><style>OneColumn</style></layoutSections>`,
      ),
      'objectTranslations/Visit__c-zh_CN.objectTranslation': file(
        'CustomObjectTranslation',
        '<layouts><layout>Visit Layout</layout><sections><label>错</label><section>Hosts</section></sections></layouts>',
      ),
    },
    says: 'In field: section - no LayoutSection named Visit Layout.Hosts found',
  },
];
