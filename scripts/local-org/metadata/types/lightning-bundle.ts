import type { LightningComponentBundle } from '@salesforce/types/metadata';
import type { XmlElement } from '../xml/parse-xml.ts';
import { compileBundle } from './lightning-compile.ts';
import { checkImports } from './lightning-imports.ts';
import { targetsOf } from './lightning-meta.ts';
import type { Rule, RuleContext } from './rule.ts';

const knownTargets = new Set([
  'lightning__AppPage',
  'lightning__HomePage',
  'lightning__RecordPage',
  'lightning__Tab',
  'lightning__UtilityBar',
  'lightning__FlowScreen',
  'lightning__RecordAction',
  'lightning__Inbox',
  'lightning__UrlAddressable',
  'lightning__GlobalAction',
  'lightning__EnablementProgram',
  'lightning__ServiceCloudVoiceToolkitApi',
  'lightning__VoiceExtension',
  'lightning__QuickActionPage',
  'lightningCommunity__Page',
  'lightningCommunity__Default',
  'lightningCommunity__Page_Layout',
  'lightningCommunity__Theme_Layout',
  'lightningSnapin__ChatMessage',
  'lightningSnapin__Minimized',
  'lightningSnapin__PreChat',
  'lightningSnapin__ChatHeader',
  'analytics__Dashboard',
]);

const configChildren = new Set([
  'property',
  'objects',
  'supportedFormFactors',
  'actionType',
  'propertyType',
  'event',
  'hasStep',
]);
const propertyAttributes = new Set([
  'name',
  'type',
  'label',
  'default',
  'required',
  'description',
  'min',
  'max',
  'placeholder',
  'datasource',
  'role',
  'screenHelpText',
  'exposedTo',
  'filter',
  'translatable',
]);
const fileTypes = /\.(js|html|css|svg|json|txt|js-meta\.xml)$/;

export const lightningBundle: Rule<LightningComponentBundle> = (bundle, context) => {
  const { fullName, files } = context;
  if (!/^[a-z][A-Za-z0-9_]*$/.test(fullName))
    context.report(`Invalid bundle name ${fullName}: it must begin with a small letter`);
  for (const path of Object.keys(files)) {
    if (!fileTypes.test(path))
      context.report(`The file ${path} is of a type that a Lightning component bundle cannot hold`);
  }
  if (!files[`lwc/${fullName}/${fullName}.js`]) {
    return context.report(
      `Required file lwc/${fullName}/${fullName}.js is missing from the Lightning component bundle`,
    );
  }
  checkTargets(bundle, context);
  for (const problem of compileBundle(fullName, files)) context.report(problem);
  checkImports(context);
};

function checkTargets(bundle: LightningComponentBundle, context: RuleContext): void {
  const targets = bundle.targets?.target.map((target) => target.trim()) ?? [];
  for (const target of targets) {
    if (!knownTargets.has(target)) context.report(`'${target}' is not a valid value for target`, bundle, 'targets');
  }
  const configs = bundle.targetConfigs as XmlElement | undefined;
  for (const config of configs?.children ?? []) checkConfig(config, targets, bundle, context);
}

function checkConfig(
  config: XmlElement,
  targets: readonly string[],
  bundle: LightningComponentBundle,
  context: RuleContext,
): void {
  const report = (message: string): void => context.report(message, bundle, 'targetConfigs');
  if (config.name !== 'targetConfig')
    return report(`Element ${config.name} invalid at this location in type targetConfigs`);
  for (const target of targetsOf(config)) {
    if (!targets.includes(target))
      report(`The target '${target}' of a targetConfig is not among the targets of the component`);
  }
  for (const child of config.children) {
    if (!configChildren.has(child.name)) report(`Element ${child.name} invalid at this location in type targetConfig`);
    if (child.name === 'property') checkProperty(child, report);
    if (child.name === 'objects') checkObjects(child, context, report);
  }
}

function checkProperty(property: XmlElement, report: (message: string) => void): void {
  const { name, type } = property.attributes;
  if (!name || !type) report('A property needs the attributes name and type');
  for (const attribute of Object.keys(property.attributes)) {
    if (!propertyAttributes.has(attribute)) report(`Attribute ${attribute} is not allowed on a property`);
  }
}

function checkObjects(objects: XmlElement, context: RuleContext, report: (message: string) => void): void {
  for (const object of objects.children) {
    const name = object.text.trim();
    if (!context.schema.object(name)) report(`In field: object - no CustomObject named ${name} found`);
  }
}
