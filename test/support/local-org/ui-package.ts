const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

const file = (tag: string, inside: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${tag} ${NAMESPACE}>\n${inside}\n</${tag}>\n`;

const value = (name: string, more = '<default>false</default>'): string =>
  `<value><fullName>${name}</fullName>${more}<label>${name}</label></value>`;

const picklist = (name: string, label: string, values: readonly string[]): string => `<fields>
  <fullName>${name}</fullName><label>${label}</label><type>Picklist</type>
  <valueSet><restricted>true</restricted><valueSetDefinition><sorted>false</sorted>
    ${values.map((each, index) => value(each, `<default>${String(index === 0)}</default>`)).join('')}
  </valueSetDefinition></valueSet>
</fields>`;

const project = file(
  'CustomObject',
  `<label>Project</label><pluralLabel>Projects</pluralLabel>
  <nameField><label>Project Name</label><type>Text</type></nameField>
  <deploymentStatus>Deployed</deploymentStatus><sharingModel>ReadWrite</sharingModel>
  <fields><fullName>Budget__c</fullName><label>Budget</label><type>Currency</type><precision>16</precision><scale>2</scale>
    <inlineHelpText>What the customer may spend</inlineHelpText></fields>
  <fields><fullName>Done__c</fullName><label>Done</label><type>Percent</type><precision>5</precision><scale>1</scale></fields>
  <fields><fullName>Due__c</fullName><label>Due</label><type>Date</type></fields>
  <fields><fullName>Met__c</fullName><label>Met</label><type>DateTime</type></fields>
  <fields><fullName>Secret__c</fullName><label>Secret</label><type>Text</type><length>40</length></fields>
  <fields><fullName>Notes__c</fullName><label>Notes</label><type>LongTextArea</type><length>2000</length><visibleLines>3</visibleLines></fields>
  <fields><fullName>Tags__c</fullName><label>Tags</label><type>MultiselectPicklist</type><visibleLines>3</visibleLines>
    <valueSet><restricted>true</restricted><valueSetDefinition><sorted>false</sorted>${value('Cloud')}${value('Edge')}${value('Core')}</valueSetDefinition></valueSet></fields>
  <fields><fullName>Account__c</fullName><label>Account</label><type>Lookup</type><referenceTo>Account</referenceTo>
    <relationshipName>Projects</relationshipName><relationshipLabel>Projects</relationshipLabel><deleteConstraint>SetNull</deleteConstraint></fields>
  ${picklist('Status__c', 'Status', ['Open', 'Closed', 'Lost'])}
  <fields>
    <fullName>Reason__c</fullName><label>Reason</label><type>Picklist</type>
    <valueSet><controllingField>Status__c</controllingField><restricted>true</restricted>
      <valueSetDefinition><sorted>false</sorted>${value('Price')}${value('Time')}</valueSetDefinition>
      <valueSettings><controllingFieldValue>Lost</controllingFieldValue><valueName>Price</valueName></valueSettings>
      <valueSettings><controllingFieldValue>Lost</controllingFieldValue><controllingFieldValue>Closed</controllingFieldValue><valueName>Time</valueName></valueSettings>
    </valueSet>
  </fields>
  <listViews><fullName>Open_Projects</fullName><label>Open Projects</label><columns>NAME</columns><columns>Budget__c</columns>
    <columns>OWNER.ALIAS</columns><filterScope>Everything</filterScope>
    <filters><field>Status__c</field><operation>equals</operation><value>Open</value></filters></listViews>
  <recordTypes><fullName>Small</fullName><label>Small Project</label><active>true</active>
    <picklistValues><picklist>Status__c</picklist>
      <values><fullName>Open</fullName><default>true</default></values><values><fullName>Closed</fullName><default>false</default></values>
    </picklistValues></recordTypes>
  <validationRules><fullName>Budget_Positive</fullName><active>true</active>
    <errorConditionFormula>Budget__c &lt; 0</errorConditionFormula><errorDisplayField>Budget__c</errorDisplayField>
    <errorMessage>A budget is not negative.</errorMessage></validationRules>
  <validationRules><fullName>Closed_Needs_Budget</fullName><active>true</active>
    <errorConditionFormula>AND(ISPICKVAL(Status__c, &quot;Closed&quot;), ISBLANK(Due__c))</errorConditionFormula>
    <errorMessage>A closed project has a due date.</errorMessage></validationRules>`,
);

const milestone = file(
  'CustomObject',
  `<label>Milestone</label><pluralLabel>Milestones</pluralLabel>
  <nameField><label>Milestone Name</label><type>Text</type></nameField>
  <deploymentStatus>Deployed</deploymentStatus><sharingModel>ControlledByParent</sharingModel>
  <fields>
    <fullName>Project__c</fullName><label>Project</label><type>MasterDetail</type><referenceTo>Project__c</referenceTo>
    <relationshipName>Milestones</relationshipName><relationshipLabel>Milestones</relationshipLabel><relationshipOrder>0</relationshipOrder>
    <reparentableMasterDetail>false</reparentableMasterDetail><writeRequiresMasterRead>false</writeRequiresMasterRead>
  </fields>
  <fields><fullName>Weight__c</fullName><label>Weight</label><type>Number</type><precision>5</precision><scale>1</scale></fields>`,
);

const chinese = file(
  'CustomObjectTranslation',
  `<caseValues><plural>false</plural><value>项目</value></caseValues><caseValues><plural>true</plural><value>项目</value></caseValues>
  <fields><label>预算</label><name>Budget__c</name></fields>
  <fields><label>状态</label><name>Status__c</name>
    <picklistValues><masterLabel>Open</masterLabel><translation>进行中</translation></picklistValues>
    <picklistValues><masterLabel>Closed</masterLabel><translation>已关闭</translation></picklistValues></fields>
  <layouts><layout>Project Layout</layout><sections><label>资金</label><section>Money</section></sections></layouts>`,
);

const layout = file(
  'Layout',
  `<layoutSections><customLabel>true</customLabel><detailHeading>true</detailHeading><editHeading>true</editHeading><label>Money</label>
    <layoutColumns><layoutItems><behavior>Required</behavior><field>Name</field></layoutItems>
      <layoutItems><behavior>Edit</behavior><field>Secret__c</field></layoutItems></layoutColumns>
    <layoutColumns><layoutItems><behavior>Edit</behavior><field>Budget__c</field></layoutItems>
      <layoutItems><behavior>Readonly</behavior><field>Account__c</field></layoutItems></layoutColumns>
    <style>TwoColumnsTopToBottom</style></layoutSections>
  <relatedLists><fields>NAME</fields><fields>Weight__c</fields><relatedList>Milestone__c.Project__c</relatedList></relatedLists>`,
);

const tab = file('CustomTab', '<customObject>true</customObject><motif>Custom20: Airplane</motif>');

const app = file(
  'CustomApplication',
  `<brand><headerColor>#112233</headerColor><shouldOverrideOrgTheme>false</shouldOverrideOrgTheme></brand>
  <formFactors>Large</formFactors><isNavAutoTempTabsDisabled>false</isNavAutoTempTabsDisabled>
  <isNavPersonalizationDisabled>false</isNavPersonalizationDisabled><label>Project Desk</label><navType>Standard</navType>
  <tabs>standard-home</tabs><tabs>Project__c</tabs><tabs>standard-Account</tabs><uiType>Lightning</uiType>`,
);

const FIELDS = [
  ...['Budget__c', 'Done__c', 'Due__c', 'Met__c', 'Notes__c', 'Tags__c', 'Account__c', 'Status__c', 'Reason__c'].map(
    (name) => `Project__c.${name}`,
  ),
  'Milestone__c.Weight__c',
];

const fieldPermission = (field: string): string =>
  `<fieldPermissions><field>${field}</field><readable>true</readable><editable>true</editable></fieldPermissions>`;

const objectPermission = (
  object: string,
): string => `<objectPermissions><object>${object}</object><allowCreate>true</allowCreate>
  <allowDelete>true</allowDelete><allowEdit>true</allowEdit><allowRead>true</allowRead>
  <modifyAllRecords>false</modifyAllRecords><viewAllRecords>false</viewAllRecords></objectPermissions>`;

const permissionSet = (label: string, fields: readonly string[]): string =>
  file(
    'PermissionSet',
    `<label>${label}</label><hasActivationRequired>false</hasActivationRequired>${fields.map(fieldPermission).join('')}
    ${['Project__c', 'Milestone__c'].map(objectPermission).join('')}
    <recordTypeVisibilities><recordType>Project__c.Small</recordType><visible>true</visible></recordTypeVisibilities>
    <tabSettings><tab>Project__c</tab><visibility>Visible</visibility></tabSettings>`,
  );

const manifest = file(
  'Package',
  [
    ['CustomObject', 'Project__c', 'Milestone__c'],
    ['CustomObjectTranslation', 'Project__c-zh_CN'],
    ['Layout', 'Project__c-Project Layout'],
    ['CustomTab', 'Project__c'],
    ['CustomApplication', 'Project_Desk'],
    ['PermissionSet', 'Project_Member', 'Project_Secrets'],
  ]
    .map(
      ([name, ...members]) =>
        `<types>${members.map((member) => `<members>${member}</members>`).join('')}<name>${name ?? ''}</name></types>`,
    )
    .join('') + '<version>66.0</version>',
);

/** An app of projects and milestones: what the tests of UI API and GraphQL look at. */
export const uiPackage: Readonly<Record<string, string>> = {
  'package.xml': manifest,
  'objects/Project__c.object': project,
  'objects/Milestone__c.object': milestone,
  'objectTranslations/Project__c-zh_CN.objectTranslation': chinese,
  'layouts/Project__c-Project Layout.layout': layout,
  'tabs/Project__c.tab': tab,
  'applications/Project_Desk.app': app,
  'permissionsets/Project_Member.permissionset': permissionSet('Project Member', FIELDS),
  'permissionsets/Project_Secrets.permissionset': permissionSet('Project Secrets', [...FIELDS, 'Project__c.Secret__c']),
};
