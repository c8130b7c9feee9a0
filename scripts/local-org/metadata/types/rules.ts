import { NotSupportedError } from '../../errors.ts';
import { customApplication, customPermission, customTab, quickAction } from './applications.ts';
import { customField } from './custom-field.ts';
import { customMetadata, messageChannel, settings, staticResource } from './custom-metadata.ts';
import { customObject } from './custom-object.ts';
import { flexiPage } from './flexi-page.ts';
import { flow, flowDefinition } from './flow.ts';
import {
  customLabel,
  customObjectTranslation,
  globalValueSetTranslation,
  standardValueSetTranslation,
  translations,
} from './labels.ts';
import { compactLayout, fieldSet, layout, listView, pathAssistant } from './layouts.ts';
import { lightningBundle } from './lightning-bundle.ts';
import { group, queue, role } from './people.ts';
import { mutingPermissionSet, permissionSet, permissionSetGroup, profile } from './permission-set.ts';
import { businessProcess, recordType } from './record-type.ts';
import type { Rule } from './rule.ts';
import { sharingCriteriaRule, sharingGuestRule, sharingOwnerRule } from './sharing.ts';
import { validationRule } from './validation-rule.ts';
import { globalValueSet, standardValueSet } from './value-sets.ts';
import { workflowFieldUpdate, workflowRule } from './workflow.ts';

const refused =
  (type: string): Rule =>
  (_, context) =>
    context.report(new NotSupportedError(`metadata type ${type}`).message);

const rules: Readonly<Record<string, Rule<never>>> = {
  BusinessProcess: businessProcess,
  CompactLayout: compactLayout,
  CustomApplication: customApplication,
  CustomField: customField,
  CustomLabel: customLabel,
  CustomMetadata: customMetadata,
  CustomObject: customObject,
  CustomObjectTranslation: customObjectTranslation,
  CustomPermission: customPermission,
  CustomTab: customTab,
  FieldSet: fieldSet,
  FlexiPage: flexiPage,
  Flow: flow,
  FlowDefinition: flowDefinition,
  GlobalValueSet: globalValueSet,
  GlobalValueSetTranslation: globalValueSetTranslation,
  Group: group,
  Index: refused('Index'),
  Layout: layout,
  LightningComponentBundle: lightningBundle,
  LightningMessageChannel: messageChannel,
  ListView: listView,
  PathAssistant: pathAssistant,
  PermissionSet: permissionSet,
  MutingPermissionSet: mutingPermissionSet,
  PermissionSetGroup: permissionSetGroup,
  Profile: profile,
  Queue: queue,
  QuickAction: quickAction,
  RecordType: recordType,
  Role: role,
  Settings: settings,
  SharingCriteriaRule: sharingCriteriaRule,
  SharingGuestRule: sharingGuestRule,
  SharingOwnerRule: sharingOwnerRule,
  SharingReason: refused('SharingReason'),
  StandardValueSet: standardValueSet,
  StandardValueSetTranslation: standardValueSetTranslation,
  StaticResource: staticResource,
  Translations: translations,
  ValidationRule: validationRule,
  WebLink: refused('WebLink'),
  WorkflowAlert: refused('WorkflowAlert'),
  WorkflowFieldUpdate: workflowFieldUpdate,
  WorkflowFlowAction: refused('WorkflowFlowAction'),
  WorkflowFlowAutomation: refused('WorkflowFlowAutomation'),
  WorkflowKnowledgePublish: refused('WorkflowKnowledgePublish'),
  WorkflowNotification: refused('WorkflowNotification'),
  WorkflowOutboundMessage: refused('WorkflowOutboundMessage'),
  WorkflowRule: workflowRule,
  WorkflowSend: refused('WorkflowSend'),
  WorkflowTask: refused('WorkflowTask'),
};

/** The rules of a metadata type; none where its shape is all there is to say. */
export const ruleOf = (type: string): Rule | undefined => rules[type] as Rule | undefined;
