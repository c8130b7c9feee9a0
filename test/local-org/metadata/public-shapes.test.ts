import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failures, file, TestOrg } from './local-package.ts';

/** Shapes that public projects deploy to real orgs every day, each in a small component of our own. */
const site = file(
  'CustomObject',
  '<deploymentStatus>Deployed</deploymentStatus><label>Site</label><nameField><label>Site</label><type>Text</type></nameField><pluralLabel>Sites</pluralLabel><sharingModel>ReadWrite</sharingModel>',
);
const setting = file(
  'CustomObject',
  '<fields><fullName>Kind__c</fullName><label>Kind</label><referenceTo>EntityDefinition</referenceTo><relationshipName>Settings</relationshipName><type>MetadataRelationship</type><unique>true</unique></fields>' +
    '<label>Setting</label><pluralLabel>Settings</pluralLabel>' +
    '<listViews><fullName>All</fullName><columns>MasterLabel</columns><columns>IsProtected</columns><filterScope>Everything</filterScope><label>All</label></listViews>',
);
const grant = (field: string): string =>
  `<fieldPermissions><editable>true</editable><field>${field}</field><readable>true</readable></fieldPermissions>`;
const section = (fields: readonly string[]): string =>
  `<layoutSections><layoutColumns>${fields.map((name) => `<layoutItems><behavior>Readonly</behavior><field>${name}</field></layoutItems>`).join('')}</layoutColumns><layoutColumns/><style>TwoColumnsTopToBottom</style></layoutSections>`;
const lwcMeta = (inside: string): string =>
  file('LightningComponentBundle', `<apiVersion>66.0</apiVersion><isExposed>true</isExposed>${inside}`);
const component = 'export default class extends LightningElement { refresh() { refreshApex(); } handlers = {}; }\n';
const bundle = (name: string, meta: string, html = '<template></template>'): Record<string, string> => ({
  [`lwc/${name}/${name}.js`]: `import { LightningElement } from 'lwc';\nimport { refreshApex } from '@salesforce/apex';\n${component}`,
  [`lwc/${name}/${name}.html`]: html,
  [`lwc/${name}/${name}.js-meta.xml`]: lwcMeta(meta),
});
const page = (type: string, template: string, regions: Readonly<Record<string, string>>): string =>
  file(
    'FlexiPage',
    `${Object.entries(regions)
      .map(([name, inside]) => `<flexiPageRegions>${inside}<name>${name}</name><type>Region</type></flexiPageRegions>`)
      .join('')}<masterLabel>Page</masterLabel><template><name>${template}</name></template><type>${type}</type>`,
  );
const instance = (name: string, properties = ''): string =>
  `<itemInstances><componentInstance>${properties}<componentName>${name}</componentName><identifier>one</identifier></componentInstance></itemInstances>`;
const decorator =
  '<componentInstanceProperties><name>height</name><type>decorator</type><value>480</value></componentInstanceProperties>';

const accepted: readonly [string, readonly string[], Readonly<Record<string, string>>][] = [
  [
    'a custom permission that says nothing of licences',
    ['CustomPermission: Quiet'],
    { 'customPermissions/Quiet.customPermission': file('CustomPermission', '<label>Quiet</label>') },
  ],
  [
    'a stray sign between elements',
    ['CustomPermission: Stray'],
    { 'customPermissions/Stray.customPermission': file('CustomPermission', '&gt;<label>Stray</label>') },
  ],
  [
    'a grant of an address and of the name of a custom object',
    ['CustomObject: Site__c', 'PermissionSet: Clerk'],
    {
      'objects/Site__c.object': site,
      'permissionsets/Clerk.permissionset': file(
        'PermissionSet',
        `${grant('Account.BillingAddress')}${grant('Site__c.Name')}<label>Clerk</label>`,
      ),
    },
  ],
  [
    'an address as a field of a standard object',
    ['CustomField: Contact.MailingAddress'],
    {
      'objects/Contact.object': file(
        'CustomObject',
        '<fields><fullName>MailingAddress</fullName><trackHistory>false</trackHistory></fields>',
      ),
    },
  ],
  [
    'custom metadata that leads to an object, in a list, in a layout and as a record',
    ['CustomObject: Setting__mdt', 'CustomField: Setting__mdt.Kind__c', 'ListView: Setting__mdt.All'].concat([
      'Layout: Setting__mdt-Setting Layout',
      'CustomMetadata: Setting.One',
    ]),
    {
      'objects/Setting__mdt.object': setting,
      'layouts/Setting__mdt-Setting Layout.layout': file(
        'Layout',
        section(['MasterLabel', 'IsProtected', 'CreatedById', 'LastModifiedById']),
      ),
      'customMetadata/Setting.One.md':
        '<CustomMetadata xmlns="http://soap.sforce.com/2006/04/metadata" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"><label>One</label><protected>false</protected><values><field>Kind__c</field><value xsi:type="xsd:string">OpportunityContactRole</value></values></CustomMetadata>',
    },
  ],
  [
    'a quick action that shows an address',
    ['QuickAction: Account.Move'],
    {
      'quickActions/Account.Move.quickAction': file(
        'QuickAction',
        '<label>Move</label><optionsCreateFeedItem>false</optionsCreateFeedItem><quickActionLayout><layoutSectionStyle>TwoColumnsLeftToRight</layoutSectionStyle><quickActionLayoutColumns><quickActionLayoutItems><emptySpace>false</emptySpace><field>BillingAddress</field><uiBehavior>Edit</uiBehavior></quickActionLayoutItems></quickActionLayoutColumns></quickActionLayout><type>Update</type>',
      ),
    },
  ],
  [
    'an exposed component without targets, with a note beside it',
    ['LightningComponentBundle: shown'],
    { ...bundle('shown', ''), 'lwc/shown/shown.txt': 'A note.' },
  ],
  [
    'listeners that are set together',
    ['LightningComponentBundle: heard'],
    bundle('heard', '', '<template><div lwc:on={handlers}></div></template>'),
  ],
  [
    'an app page of three columns under a header',
    ['FlexiPage: Wide'],
    {
      'flexipages/Wide.flexipage': page('AppPage', 'flexipage:appHomeTemplateHeaderThreeColumns', {
        region1: '',
        region2: '',
        region3: '',
        region4: '',
      }),
    },
  ],
  [
    'a utility item with its height and the platform’s component',
    ['LightningComponentBundle: tool', 'FlexiPage: Tools'],
    {
      ...bundle('tool', '<targets><target>lightning__UtilityBar</target></targets>'),
      'flexipages/Tools.flexipage': page('UtilityBar', 'one:utilityBarTemplateDesktop', {
        utilityItems: instance('tool', decorator),
        backgroundComponents: instance('runtime_sales_social:socialPanel').replace('>one<', '>two<'),
      }),
    },
  ],
  [
    'a translation into Hebrew with empty grammar and a rule without its message',
    ['CustomObject: Site__c', 'CustomObjectTranslation: Site__c-iw'],
    {
      'objects/Site__c.object': site,
      'objectTranslations/Site__c-iw.objectTranslation': file(
        'CustomObjectTranslation',
        '<caseValues><plural>false</plural><value>אתר</value></caseValues><gender></gender><startsWith></startsWith>',
      ),
    },
  ],
];

const refused: readonly [string, Readonly<Record<string, string>>, string][] = [
  [
    'CustomField: Case.Place__c',
    {
      'objects/Case.object': file(
        'CustomObject',
        '<fields><fullName>Place__c</fullName><label>Place</label><length>9</length><type>Text</type></fields>',
      ),
    },
    'CustomField Case.Place__c: The local org does not support object Case.',
  ],
  [
    'CustomField: Account.Place__c',
    {
      'objects/Account.object': file(
        'CustomObject',
        '<fields><fullName>Place__c</fullName><label>Place</label><referenceTo>Case</referenceTo><relationshipName>Places</relationshipName><type>Lookup</type></fields>',
      ),
    },
    'CustomField Account.Place__c: The local org does not support object Case.',
  ],
  [
    'Layout: Order-Order Layout',
    { 'layouts/Order-Order Layout.layout': file('Layout', section(['Name'])) },
    'Layout Order-Order Layout: The local org does not support object Order.',
  ],
  [
    'CustomField: Contact.Jigsaw',
    { 'objects/Contact.object': file('CustomObject', '<fields><fullName>Jigsaw</fullName></fields>') },
    'CustomField Contact.Jigsaw: The local org does not support field Contact.Jigsaw.',
  ],
  [
    'CustomObject: Sum__c',
    {
      'objects/Sum__c.object': file(
        'CustomObject',
        '<customSettingsType>Hierarchy</customSettingsType><enableFeeds>false</enableFeeds><externalDataSource>Sums</externalDataSource><label>Sum</label>',
      ),
    },
    'CustomObject Sum__c: The local org does not support CustomObject externalDataSource.',
  ],
];

describe('shapes of public projects', () => {
  let org: TestOrg;
  beforeAll(() => (org = new TestOrg()));
  afterAll(() => org.close());

  it.each(accepted)('are deployed: %s', async (_, members, files) => {
    const result = await org.deploy(members, files);
    expect(failures(result)).toEqual([]);
    expect(result.status).toBe('Succeeded');
  });

  it.each(refused)('are refused by name where they need what is not there: %s', async (member, files, says) => {
    expect(failures(await org.deploy([member], files))).toEqual([says]);
  });

  it('keep the grant of an address by its parts', () => {
    const rows = org.org.store.db
      .prepare('SELECT "Field" AS field FROM "FieldPermissions" WHERE "Field" LIKE ? ORDER BY 1')
      .all('Account.Billing%');
    const granted = new Set(rows.map((row) => String(row['field'])));
    for (const part of ['Street', 'City', 'State', 'PostalCode', 'Country'])
      expect(granted).toContain(`Account.Billing${part}`);
  });
});
