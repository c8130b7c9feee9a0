import { of } from './of.ts';
import type { Wrong } from './wrong.ts';

const page = of({ type: 'FlexiPage', path: 'flexipages/Wrong.flexipage', name: 'Wrong' });
const template = '<template><name>flexipage:recordHomeTemplateDesktop</name></template><type>RecordPage</type>';
const region = (inside: string, name = 'main', type = 'Region'): string =>
  `<flexiPageRegions>${inside}<name>${name}</name><type>${type}</type></flexiPageRegions>`;
const component = (name: string, identifier = ''): string =>
  `<itemInstances><componentInstance><componentName>${name}</componentName>${identifier && `<identifier>${identifier}</identifier>`}</componentInstance></itemInstances>`;
const onAccount = '<masterLabel>W</masterLabel><sobjectType>Account</sobjectType>';

const tab = of({ type: 'CustomTab', path: 'tabs/Wrong.tab', name: 'Wrong' });
const app = of({ type: 'CustomApplication', path: 'applications/Wrong.app', name: 'Wrong' });
const path = of({ type: 'PathAssistant', path: 'pathAssistants/Wrong.pathAssistant', name: 'Wrong' });
const layout = of({ type: 'Layout', path: 'layouts/Visit__c-Wrong.layout', name: 'Visit__c-Wrong' });
const section = (columns: string, style = 'TwoColumnsTopToBottom'): string =>
  `<layoutSections>${columns}<style>${style}</style></layoutSections>`;
const shown = (name: string, behavior = name === 'Name' ? 'Required' : 'Edit'): string =>
  `<layoutItems><behavior>${behavior}</behavior><field>${name}</field></layoutItems>`;

export const wrongPages: readonly Wrong[] = [
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
