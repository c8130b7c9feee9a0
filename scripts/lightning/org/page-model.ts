import { childOf, childrenOf, textOf } from './xml.ts';
import type { XmlNode } from './xml.ts';

/** One condition of a visibility rule: `{!Record.StageName} EQUAL Closed Won`. */
export interface VisibilityCriterion {
  readonly left: string;
  readonly operator: string;
  readonly right: string;
}

export interface VisibilityRule {
  /** `1 AND (2 OR 3)`; absent = all. */
  readonly filter?: string;
  readonly criteria: readonly VisibilityCriterion[];
}

export interface PageComponent {
  readonly key: string;
  readonly name: string;
  readonly properties: Readonly<Record<string, string | readonly string[]>>;
  /** Properties that name a facet, with what lies in it. */
  readonly facets: Readonly<Record<string, readonly PageItem[]>>;
  readonly visibility?: VisibilityRule;
}

export interface PageField {
  readonly key: string;
  readonly field: string;
  readonly behavior: string;
  readonly visibility?: VisibilityRule;
}

export type PageItem = PageComponent | PageField;

export interface PageModel {
  readonly name: string;
  readonly label: string;
  readonly template: string;
  readonly regions: readonly { readonly name: string; readonly items: readonly PageItem[] }[];
}

/** A FlexiPage as a tree: facets stand where they are used. */
export function pageModel(node: XmlNode): PageModel {
  const regions = childrenOf(node, 'flexiPageRegions');
  const facets = new Map(
    regions.filter((one) => textOf(one, 'type') === 'Facet').map((one) => [textOf(one, 'name') as string, one]),
  );
  const template = childOf(node, 'template');
  return {
    name: textOf(node, 'fullName') ?? '',
    label: textOf(node, 'masterLabel') ?? '',
    template: (template === undefined ? undefined : textOf(template, 'name')) ?? '',
    regions: regions
      .filter((one) => textOf(one, 'type') !== 'Facet')
      .map((one) => ({ name: textOf(one, 'name') ?? '', items: itemsOf(one, facets) })),
  };
}

function itemsOf(region: XmlNode, facets: ReadonlyMap<string, XmlNode>): PageItem[] {
  const place = textOf(region, 'name') ?? '';
  const inner = new Map([...facets].filter(([name]) => name !== place));
  return childrenOf(region, 'itemInstances').flatMap((item, n): readonly PageItem[] => {
    const component = childOf(item, 'componentInstance');
    if (component !== undefined) return [componentOf(component, `${place}-${n}`, inner)];
    const field = childOf(item, 'fieldInstance');
    return field === undefined ? [] : [fieldOf(field, `${place}-${n}`)];
  });
}

function componentOf(node: XmlNode, key: string, facets: ReadonlyMap<string, XmlNode>): PageComponent {
  const properties: Record<string, string | readonly string[]> = {};
  const inFacets: Record<string, readonly PageItem[]> = {};
  for (const property of childrenOf(node, 'componentInstanceProperties')) {
    const name = textOf(property, 'name') ?? '';
    const list = childOf(property, 'valueList');
    const value = textOf(property, 'value');
    const facet = value === undefined ? undefined : facets.get(value);
    if (list !== undefined)
      properties[name] = childrenOf(list, 'valueListItems').flatMap((one) => textOf(one, 'value') ?? []);
    else if (facet !== undefined) inFacets[name] = itemsOf(facet, facets);
    else if (value !== undefined) properties[name] = value;
  }
  return { key, name: textOf(node, 'componentName') ?? '', properties, facets: inFacets, ...visibilityOf(node) };
}

function fieldOf(node: XmlNode, key: string): PageField {
  const behavior = childrenOf(node, 'fieldInstanceProperties').find((one) => textOf(one, 'name') === 'uiBehavior');
  return {
    key,
    field: (textOf(node, 'fieldItem') ?? '').replace(/^Record\./, ''),
    behavior: (behavior === undefined ? undefined : textOf(behavior, 'value')) ?? 'none',
    ...visibilityOf(node),
  };
}

function visibilityOf(node: XmlNode): { visibility?: VisibilityRule } {
  const rule = childOf(node, 'visibilityRule');
  if (rule === undefined) return {};
  const filter = textOf(rule, 'booleanFilter');
  const criteria = childrenOf(rule, 'criteria').map((one) => ({
    left: textOf(one, 'leftValue') ?? '',
    operator: textOf(one, 'operator') ?? '',
    right: textOf(one, 'rightValue') ?? '',
  }));
  return { visibility: filter === undefined ? { criteria } : { filter, criteria } };
}
