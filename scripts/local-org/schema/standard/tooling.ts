import { area, bool, datetime, int, lookup, text } from './field-table.ts';
import { setupObject } from './object-table.ts';

/** Descriptions of the schema itself. Their rows are written by each deploy from the schema that it makes. */
export const entityDefinition = setupObject(
  'EntityDefinition',
  '4ie',
  'Entity Definition',
  { tooling: 'also', stamps: 'none' },
  [
    text('DurableId', 'Durable Id', 255, { nillable: false }),
    text('MasterLabel', 'Master Label', 255),
    text('Label', 'Label', 255),
    text('PluralLabel', 'Plural Label', 255),
    text('DeveloperName', 'Developer Name', 255),
    text('QualifiedApiName', 'Qualified API Name', 255, { nameField: true }),
    text('NamespacePrefix', 'Namespace Prefix', 15),
    text('KeyPrefix', 'Key Prefix', 3),
    text('InternalSharingModel', 'Internal Sharing Model', 40),
    text('ExternalSharingModel', 'External Sharing Model', 40),
    bool('IsCustomizable', 'Is Customizable'),
    bool('IsQueryable', 'Is Queryable'),
    bool('IsCustomSetting', 'Is Custom Setting'),
    bool('IsWorkflowEnabled', 'Is Workflow Enabled'),
  ],
);

export const fieldDefinition = setupObject(
  'FieldDefinition',
  '4fe',
  'Field Definition',
  { tooling: 'also', stamps: 'none' },
  [
    text('DurableId', 'Durable Id', 255, { nillable: false }),
    lookup('EntityDefinitionId', 'Entity Definition ID', 'EntityDefinition', 'Fields'),
    text('QualifiedApiName', 'Qualified API Name', 255, { nameField: true }),
    text('DeveloperName', 'Developer Name', 255),
    text('MasterLabel', 'Master Label', 255),
    text('Label', 'Label', 255),
    text('DataType', 'Data Type', 255),
    text('ValueTypeId', 'Value Type ID', 255),
    text('NamespacePrefix', 'Namespace Prefix', 15),
    int('Length', 'Length'),
    int('Precision', 'Precision'),
    int('Scale', 'Scale'),
    bool('IsCalculated', 'Is Calculated'),
    bool('IsIndexed', 'Is Indexed'),
    bool('IsNillable', 'Is Nillable'),
  ],
);

/** How much of a limit an object has used up. */
export const entityLimit = setupObject('EntityLimit', '4el', 'Entity Limit', { tooling: 'only', stamps: 'none' }, [
  text('DurableId', 'Durable Id', 255, { nillable: false }),
  lookup('EntityDefinitionId', 'Entity Definition ID', 'EntityDefinition', 'Limits'),
  text('Type', 'Type', 40),
  text('Label', 'Label', 255, { nameField: true }),
  int('Max', 'Max'),
  int('Remaining', 'Remaining'),
]);

/** One flow by its developer name; which of its versions is active and which is the latest. */
export const flowDefinition = setupObject('FlowDefinition', '300', 'Flow Definition', { tooling: 'only', can: 'UQ' }, [
  text('DeveloperName', 'Flow API Name', 80, { nillable: false, nameField: true }),
  text('MasterLabel', 'Master Label', 255),
  text('NamespacePrefix', 'Namespace Prefix', 15),
  area('Description', 'Description', 1000),
  lookup('ActiveVersionId', 'Active Version ID', 'Flow', undefined),
  lookup('LatestVersionId', 'Latest Version ID', 'Flow', undefined),
]);

/** One version of a flow. */
export const flow = setupObject('Flow', '301', 'Flow Version', { tooling: 'only', can: 'Q' }, [
  lookup('DefinitionId', 'Flow Definition ID', 'FlowDefinition', 'Versions'),
  text('MasterLabel', 'Master Label', 255, { nameField: true }),
  text('ProcessType', 'Process Type', 40),
  text('Status', 'Status', 40),
  int('VersionNumber', 'Version Number'),
  area('Description', 'Description', 1000),
  text('RunInMode', 'Run In Mode', 40),
  int('ApiVersion', 'API Version'),
]);

export const flowDefinitionView = setupObject('FlowDefinitionView', '4fl', 'Flow Definition View', { stamps: 'none' }, [
  text('DurableId', 'Durable Id', 255, { nillable: false }),
  text('ApiName', 'API Name', 255),
  text('Label', 'Label', 255, { nameField: true }),
  area('Description', 'Description', 1000),
  text('ProcessType', 'Process Type', 40),
  text('TriggerType', 'Trigger Type', 40),
  text('RecordTriggerType', 'Record Trigger Type', 40),
  text('TriggerObjectOrEventLabel', 'Trigger Object Or Event Label', 255),
  text('TriggerObjectOrEventId', 'Trigger Object Or Event Id', 255),
  text('NamespacePrefix', 'Namespace Prefix', 15),
  text('ActiveVersionId', 'Active Version Id', 255),
  text('LatestVersionId', 'Latest Version Id', 255),
  int('VersionNumber', 'Version Number'),
  int('TriggerOrder', 'Trigger Order'),
  bool('IsActive', 'Is Active'),
  datetime('LastModifiedDate', 'Last Modified Date'),
]);

export const validationRule = setupObject('ValidationRule', '03d', 'Validation Rule', { tooling: 'only', can: 'Q' }, [
  text('ValidationName', 'Name', 80, { nameField: true }),
  lookup('EntityDefinitionId', 'Entity Definition ID', 'EntityDefinition', undefined),
  bool('Active', 'Active'),
  text('Description', 'Description', 255),
  text('ErrorMessage', 'Error Message', 255),
  text('ErrorDisplayField', 'Error Display Field', 255),
  text('NamespacePrefix', 'Namespace Prefix', 15),
]);

export const customField = setupObject('CustomField', '00N', 'Custom Field', { tooling: 'only', can: 'Q' }, [
  text('DeveloperName', 'Developer Name', 80, { nameField: true }),
  text('TableEnumOrId', 'Entity Enumeration Or ID', 80),
  lookup('EntityDefinitionId', 'Entity Definition ID', 'EntityDefinition', undefined),
  text('NamespacePrefix', 'Namespace Prefix', 15),
  int('Length', 'Length'),
]);

export const customObject = setupObject('CustomObject', '01I', 'Custom Object', { tooling: 'only', can: 'Q' }, [
  text('DeveloperName', 'Developer Name', 80, { nameField: true }),
  text('NamespacePrefix', 'Namespace Prefix', 15),
  area('Description', 'Description', 1000),
  text('SharingModel', 'Sharing Model', 40),
]);

export const workflowRule = setupObject('WorkflowRule', '01Q', 'Workflow Rule', { tooling: 'only', can: 'Q' }, [
  text('Name', 'Name', 80, { nameField: true }),
  lookup('EntityDefinitionId', 'Entity Definition ID', 'EntityDefinition', undefined),
  text('TableEnumOrId', 'Entity Enumeration Or ID', 80),
  text('NamespacePrefix', 'Namespace Prefix', 15),
]);

export const workflowFieldUpdate = setupObject(
  'WorkflowFieldUpdate',
  '04Y',
  'Workflow Field Update',
  { tooling: 'only', can: 'Q' },
  [
    text('Name', 'Name', 80, { nameField: true }),
    lookup('EntityDefinitionId', 'Entity Definition ID', 'EntityDefinition', undefined),
    lookup('FieldDefinitionId', 'Field Definition ID', 'FieldDefinition', undefined),
    text('SourceTableEnumOrId', 'Source Entity Enumeration Or ID', 80),
    text('LiteralValue', 'Literal Value', 255),
    text('NamespacePrefix', 'Namespace Prefix', 15),
  ],
);
