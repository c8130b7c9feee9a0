const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

const file = (tag: string, inside: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${tag} ${NAMESPACE}>${inside}</${tag}>\n`;

const object = (label: string, sharingModel: string, fields = ''): string =>
  file(
    'CustomObject',
    `<label>${label}</label><pluralLabel>${label}s</pluralLabel><nameField><label>Name</label><type>Text</type></nameField>
     <deploymentStatus>Deployed</deploymentStatus><sharingModel>${sharingModel}</sharingModel>${fields}`,
  );

const masterDetail = (name: string, master: string, readIsEnough: boolean, children = 'Details'): string =>
  `<fields><fullName>${name}</fullName><label>Master</label><type>MasterDetail</type><referenceTo>${master}</referenceTo>
   <relationshipName>${children}</relationshipName><relationshipLabel>Details</relationshipLabel><relationshipOrder>0</relationshipOrder>
   <reparentableMasterDetail>false</reparentableMasterDetail><writeRequiresMasterRead>${String(readIsEnough)}</writeRequiresMasterRead></fields>`;

const text = (name: string): string =>
  `<fields><fullName>${name}</fullName><label>${name}</label><type>Text</type><length>20</length></fields>`;

const lookup = (name: string, to: string): string =>
  `<fields><fullName>${name}</fullName><label>${name}</label><type>Lookup</type><referenceTo>${to}</referenceTo>
   <relationshipName>Linked</relationshipName><relationshipLabel>Linked</relationshipLabel></fields>`;

/** Custom objects in an order in which masters stand before their details. */
export const customObjects = [
  'Plan__c',
  'Notice__c',
  'Board__c',
  'Detail__c',
  'Remark__c',
  'Step__c',
  'Move__c',
  'Linked__c',
  'North__c',
  'Desk__c',
] as const;

const standardObjects = ['Account', 'Contact', 'Opportunity'] as const;

const rights = (flags: string): string => {
  const names: Readonly<Record<string, string>> = {
    allowCreate: 'C',
    allowDelete: 'D',
    allowEdit: 'E',
    allowRead: 'R',
    modifyAllRecords: 'M',
    viewAllRecords: 'V',
  };
  const said = Object.entries(names)
    .map(([name, letter]) => `<${name}>${String(flags.includes(letter))}</${name}>`)
    .join('');
  return [...customObjects, ...standardObjects]
    .map((name) => `<objectPermissions>${said}<object>${name}</object></objectPermissions>`)
    .join('');
};

const permissionSet = (label: string, inside: string): string =>
  file('PermissionSet', `<label>${label}</label>${inside}`);
const system = (name: string): string =>
  `<userPermissions><enabled>true</enabled><name>${name}</name></userPermissions>`;
const role = (name: string, parent?: string): string =>
  file(
    'Role',
    `<caseAccessLevel>Edit</caseAccessLevel><contactAccessLevel>Edit</contactAccessLevel><name>${name}</name>
     <opportunityAccessLevel>Read</opportunityAccessLevel>${parent ? `<parentRole>${parent}</parentRole>` : ''}`,
  );
const group = (name: string): string =>
  file('Group', `<doesIncludeBosses>false</doesIncludeBosses><name>${name}</name>`);

const members: Readonly<Record<string, readonly string[]>> = {
  CustomObject: ['Account', 'Opportunity', ...customObjects],
  Group: ['Readers', 'Inner_Readers'],
  MutingPermissionSet: ['Careful_Muting'],
  PermissionSet: ['Base', 'Fields', 'Read_Only', 'See_All', 'Change_All', 'See_All_Data', 'Change_All_Data'],
  PermissionSetGroup: ['Careful'],
  Role: ['Head', 'Rep', 'Assistant'],
  SharingRules: ['North__c', 'Desk__c'],
};

/** One object for each way in which records are opened, the people’s roles and groups, and their permission sets. */
export const accessPackage: Readonly<Record<string, string>> = {
  'package.xml': file(
    'Package',
    `${Object.entries(members)
      .map(
        ([type, names]) =>
          `<types>${names.map((name) => `<members>${name}</members>`).join('')}<name>${type}</name></types>`,
      )
      .join('')}<version>66.0</version>`,
  ),
  'objects/Account.object': file('CustomObject', '<sharingModel>Private</sharingModel>'),
  'objects/Opportunity.object': file('CustomObject', '<sharingModel>Private</sharingModel>'),
  'objects/Plan__c.object': object('Plan', 'Private'),
  'objects/Notice__c.object': object('Notice', 'Read'),
  'objects/Board__c.object': object('Board', 'ReadWrite'),
  'objects/Detail__c.object': object('Detail', 'ControlledByParent', masterDetail('Plan__c', 'Plan__c', false)),
  'objects/Remark__c.object': object(
    'Remark',
    'ControlledByParent',
    masterDetail('Plan__c', 'Plan__c', true, 'Remarks'),
  ),
  'objects/Step__c.object': object('Step', 'ControlledByParent', masterDetail('Detail__c', 'Detail__c', false)),
  'objects/Move__c.object': object('Move', 'ControlledByParent', masterDetail('Step__c', 'Step__c', true)),
  'objects/Linked__c.object': object('Linked', 'Private', lookup('Plan__c', 'Plan__c')),
  'objects/North__c.object': object('North', 'Private', text('Region__c')),
  'objects/Desk__c.object': object('Desk', 'Private'),
  'roles/Head.role': role('Head'),
  'roles/Rep.role': role('Rep', 'Head'),
  'roles/Assistant.role': role('Assistant', 'Rep'),
  'groups/Readers.group': group('Readers'),
  'groups/Inner_Readers.group': group('Inner Readers'),
  'sharingRules/North__c.sharingRules': file(
    'SharingRules',
    `<sharingCriteriaRules><fullName>North_To_Readers</fullName><accessLevel>Edit</accessLevel><label>North</label>
     <sharedTo><group>Readers</group></sharedTo><includeRecordsOwnedByAll>true</includeRecordsOwnedByAll>
     <criteriaItems><field>Region__c</field><operation>equals</operation><value>North</value></criteriaItems></sharingCriteriaRules>`,
  ),
  'sharingRules/Desk__c.sharingRules': file(
    'SharingRules',
    `<sharingOwnerRules><fullName>Reps_To_Readers</fullName><accessLevel>Read</accessLevel><label>Reps</label>
     <sharedTo><group>Readers</group></sharedTo><sharedFrom><role>Rep</role></sharedFrom></sharingOwnerRules>`,
  ),
  'permissionsets/Base.permissionset': permissionSet('Base', rights('CRED')),
  'permissionsets/Fields.permissionset': permissionSet(
    'Fields',
    ['Contact.AccountId', 'Linked__c.Plan__c', 'North__c.Region__c']
      .map(
        (name) =>
          `<fieldPermissions><editable>true</editable><field>${name}</field><readable>true</readable></fieldPermissions>`,
      )
      .join(''),
  ),
  'permissionsets/Read_Only.permissionset': permissionSet('Read Only', rights('R')),
  'permissionsets/See_All.permissionset': permissionSet('See All', rights('RV')),
  'permissionsets/Change_All.permissionset': permissionSet('Change All', rights('CREDVM')),
  'permissionsets/See_All_Data.permissionset': permissionSet('See All Data', system('ViewAllData')),
  'permissionsets/Change_All_Data.permissionset': permissionSet('Change All Data', system('ModifyAllData')),
  'mutingpermissionsets/Careful_Muting.mutingpermissionset': file(
    'MutingPermissionSet',
    `<label>Careful Muting</label>${rights('ED')}`,
  ),
  'permissionsetgroups/Careful.permissionsetgroup': file(
    'PermissionSetGroup',
    `<label>Careful</label><mutingPermissionSets>Careful_Muting</mutingPermissionSets><permissionSets>Base</permissionSets><status>Updated</status>`,
  ),
};
