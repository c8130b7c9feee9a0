import type { ComponentInstance, FlexiPage, FlexiPageRegion } from '@salesforce/types/metadata';
import { NotSupportedError } from '../../errors.ts';
import type { SObjectType } from '../../schema/model.ts';
import { checkName, limitText, refuseTwice } from './common-checks.ts';
import { pageTargets, isPlatformNamespace, templates } from './flexi-page-templates.ts';
import { componentTargets } from './lightning-meta.ts';
import type { Rule, RuleContext } from './rule.ts';
import { componentIn } from './rule.ts';

export const flexiPage: Rule<FlexiPage> = (page, context) => {
  checkName(context, context.fullName, 80, 'Page Name');
  limitText(context, page, 'masterLabel', 80, 'Label');
  if (!(page.type in pageTargets))
    return context.report(new NotSupportedError(`FlexiPage type ${page.type}`).message, page, 'type');
  const object = checkObject(page, context);
  checkRegions(page, context);
  const items = page.flexiPageRegions.flatMap((region) => region.itemInstances);
  const components = items.flatMap((item) => item.componentInstance ?? []);
  for (const component of components) checkComponent(page, component, context);
  for (const { fieldInstance } of items) {
    const name = fieldInstance?.fieldItem.replace(/^Record\./, '');
    if (fieldInstance && name && object && !name.includes('.') && !object.field(name)) {
      context.report(
        `In field: fieldItem - no CustomField named ${object.name}.${name} found`,
        fieldInstance,
        'fieldItem',
      );
    }
  }
  const identified = components.filter((each) => each.identifier !== undefined);
  refuseTwice(
    context,
    identified.map((each) => [each.identifier ?? '', each] as const),
    (name) => `Duplicate component identifier: ${name}`,
  );
};

function checkObject(page: FlexiPage, context: RuleContext): SObjectType | undefined {
  if (page.type !== 'RecordPage') return undefined;
  if (!page.sobjectType) {
    context.report('Required field is missing: sobjectType');
    return undefined;
  }
  const object = context.schema.object(page.sobjectType);
  if (!object)
    context.report(`In field: sobjectType - no CustomObject named ${page.sobjectType} found`, page, 'sobjectType');
  return object;
}

function checkRegions(page: FlexiPage, context: RuleContext): void {
  const regions = templates[page.template.name];
  if (!regions)
    return context.report(
      new NotSupportedError(`FlexiPage template ${page.template.name}`).message,
      page.template,
      'name',
    );
  for (const region of page.flexiPageRegions) {
    if (region.type === 'Region' && !regions.includes(region.name)) {
      context.report(
        `The '${region.name}' region doesn't exist in the template '${page.template.name}'`,
        region,
        'name',
      );
    }
    if (region.type === 'Facet' && !isReferred(page, region)) {
      context.report(`The facet '${region.name}' isn't referenced by any component`, region, 'name');
    }
  }
  refuseTwice(
    context,
    page.flexiPageRegions.map((each) => [each.name, each] as const),
    (name) => `Duplicate region: ${name}`,
  );
}

function isReferred(page: FlexiPage, facet: FlexiPageRegion): boolean {
  const properties = page.flexiPageRegions.flatMap((region) =>
    region.itemInstances.flatMap((item) => item.componentInstance?.componentInstanceProperties ?? []),
  );
  return properties.some((property) => property.value === facet.name);
}

function checkComponent(page: FlexiPage, instance: ComponentInstance, context: RuleContext): void {
  const [namespace = '', bare] = instance.componentName.includes(':')
    ? instance.componentName.split(':')
    : ['c', instance.componentName];
  if (namespace !== 'c') {
    if (!isPlatformNamespace(namespace)) context.report(missing(instance.componentName), instance, 'componentName');
    return;
  }
  const bundle = componentIn(context, 'LightningComponentBundle', bare ?? '');
  if (!bundle) return context.report(missing(instance.componentName), instance, 'componentName');
  const { exposed, targets, properties } = componentTargets(bundle);
  const target = pageTargets[page.type] ?? '';
  if (!exposed || !targets.includes(target)) {
    return context.report(
      `The component ${instance.componentName} isn't available for ${page.type} pages: it is not exposed to ${target}`,
      instance,
      'componentName',
    );
  }
  const known = properties(target);
  for (const property of instance.componentInstanceProperties) {
    // A decorator is what the page adds around the component: height and icon of a utility item.
    if (known.has(property.name ?? '') || property.type === 'decorator') continue;
    context.report(
      `The '${property.name ?? ''}' property doesn't exist on the component ${instance.componentName}`,
      property,
      'name',
    );
  }
  for (const [name, isRequired] of known) {
    const given = instance.componentInstanceProperties.some((property) => property.name === name);
    if (isRequired && !given)
      context.report(`The required property '${name}' of the component ${instance.componentName} is missing`, instance);
  }
}

const missing = (name: string): string =>
  `We couldn't retrieve the design time component information for component ${name}.`;
