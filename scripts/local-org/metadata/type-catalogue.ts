/** Metadata types as describeMetadata names them, with the prefix of their ids. What is not here is refused by name. */
export interface MetadataTypeInfo {
  readonly xmlName: string;
  readonly directoryName: string;
  readonly suffix?: string;
  /** A body file beside `-meta.xml`. */
  readonly metaFile?: boolean;
  /** A folder of files per component. */
  readonly bundle?: boolean;
  readonly idPrefix: string;
  /** Element of the file → metadata type of the child that stands in it. */
  readonly children?: Readonly<Record<string, string>>;
}

const objectChildren = {
  fields: 'CustomField',
  businessProcesses: 'BusinessProcess',
  recordTypes: 'RecordType',
  validationRules: 'ValidationRule',
  listViews: 'ListView',
  compactLayouts: 'CompactLayout',
  fieldSets: 'FieldSet',
  webLinks: 'WebLink',
  indexes: 'Index',
  sharingReasons: 'SharingReason',
} as const;

export const sharingRuleChildren = {
  sharingCriteriaRules: 'SharingCriteriaRule',
  sharingOwnerRules: 'SharingOwnerRule',
  sharingGuestRules: 'SharingGuestRule',
} as const;

export const workflowChildren = {
  rules: 'WorkflowRule',
  fieldUpdates: 'WorkflowFieldUpdate',
  alerts: 'WorkflowAlert',
  tasks: 'WorkflowTask',
  outboundMessages: 'WorkflowOutboundMessage',
  flowActions: 'WorkflowFlowAction',
  knowledgePublishes: 'WorkflowKnowledgePublish',
  send: 'WorkflowSend',
  flowAutomation: 'WorkflowFlowAutomation',
  notifications: 'WorkflowNotification',
} as const;

const type = (xmlName: string, directoryName: string, suffix: string, idPrefix: string): MetadataTypeInfo => ({
  xmlName,
  directoryName,
  suffix,
  idPrefix,
});

export const metadataTypes: readonly MetadataTypeInfo[] = [
  { ...type('CustomLabels', 'labels', 'labels', '101'), children: { labels: 'CustomLabel' } },
  type('GlobalValueSet', 'globalValueSets', 'globalValueSet', '0Nt'),
  type('StandardValueSet', 'standardValueSets', 'standardValueSet', '0Np'),
  { ...type('CustomObject', 'objects', 'object', '01I'), children: objectChildren },
  type('CustomPermission', 'customPermissions', 'customPermission', '0CP'),
  type('LightningMessageChannel', 'messageChannels', 'messageChannel', '0Mc'),
  { ...type('StaticResource', 'staticresources', 'resource', '081'), metaFile: true },
  { xmlName: 'LightningComponentBundle', directoryName: 'lwc', bundle: true, idPrefix: '0Rb' },
  type('Role', 'roles', 'role', '00E'),
  type('Group', 'groups', 'group', '00G'),
  type('Queue', 'queues', 'queue', '00G'),
  type('Flow', 'flows', 'flow', '300'),
  type('FlowDefinition', 'flowDefinitions', 'flowDefinition', '300'),
  type('QuickAction', 'quickActions', 'quickAction', '09D'),
  type('FlexiPage', 'flexipages', 'flexipage', '0M0'),
  type('CustomTab', 'tabs', 'tab', '01r'),
  type('Layout', 'layouts', 'layout', '00h'),
  type('CustomApplication', 'applications', 'app', '06m'),
  type('PathAssistant', 'pathAssistants', 'pathAssistant', '0Pz'),
  type('CustomMetadata', 'customMetadata', 'md', 'm00'),
  type('CustomObjectTranslation', 'objectTranslations', 'objectTranslation', '01h'),
  type('Translations', 'translations', 'translation', '01j'),
  type('GlobalValueSetTranslation', 'globalValueSetTranslations', 'globalValueSetTranslation', '0Nu'),
  type('StandardValueSetTranslation', 'standardValueSetTranslations', 'standardValueSetTranslation', '0Nv'),
  type('Profile', 'profiles', 'profile', '00e'),
  type('PermissionSet', 'permissionsets', 'permissionset', '0PS'),
  type('MutingPermissionSet', 'mutingpermissionsets', 'mutingpermissionset', '0QM'),
  type('PermissionSetGroup', 'permissionsetgroups', 'permissionsetgroup', '0PG'),
  { ...type('SharingRules', 'sharingRules', 'sharingRules', '02S'), children: sharingRuleChildren },
  { ...type('Workflow', 'workflows', 'workflow', '01Q'), children: workflowChildren },
  type('Settings', 'settings', 'settings', '0Pt'),
];

const childPrefixes: Readonly<Record<string, string>> = {
  CustomLabel: '101',
  CustomField: '00N',
  BusinessProcess: '019',
  RecordType: '012',
  ValidationRule: '03d',
  ListView: '00B',
  CompactLayout: '0AH',
  FieldSet: '0IX',
  WebLink: '00b',
  Index: '0IN',
  SharingReason: '02R',
  SharingCriteriaRule: '02S',
  SharingOwnerRule: '02S',
  SharingGuestRule: '02S',
  WorkflowRule: '01Q',
  WorkflowFieldUpdate: '04Y',
  WorkflowAlert: '01W',
  WorkflowTask: '01V',
  WorkflowOutboundMessage: '04k',
};

const byName = new Map(metadataTypes.map((each) => [each.xmlName, each]));
const byDirectory = new Map(metadataTypes.map((each) => [each.directoryName, each]));

export const metadataType = (xmlName: string): MetadataTypeInfo | undefined => byName.get(xmlName);
export const metadataTypeOfFolder = (directory: string): MetadataTypeInfo | undefined => byDirectory.get(directory);
export const idPrefixOf = (type: string): string => byName.get(type)?.idPrefix ?? childPrefixes[type] ?? '000';

/** `CustomObject` for `CustomField`. */
export const parentTypeOf = (child: string): string | undefined =>
  metadataTypes.find((each) => Object.values(each.children ?? {}).includes(child))?.xmlName;

/** The types whose parts are components of their own but whose file is none: only the parts count. */
export const isContainerOnly = (type: string): boolean => ['CustomLabels', 'SharingRules', 'Workflow'].includes(type);
