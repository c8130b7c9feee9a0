import { describe, expect, it } from 'vitest';
import { pageModel } from '../../../../scripts/lightning/org/page-model.ts';
import { childOf, parseXml } from '../../../../scripts/lightning/org/xml.ts';
import type { XmlNode } from '../../../../scripts/lightning/org/xml.ts';

const component = (name: string, properties = ''): string =>
  `<itemInstances><componentInstance>${properties}<componentName>${name}</componentName></componentInstance></itemInstances>`;
const property = (name: string, value: string): string =>
  `<componentInstanceProperties><name>${name}</name><value>${value}</value></componentInstanceProperties>`;
const region = (name: string, type: string, items: string): string =>
  `<flexiPageRegions>${items}<name>${name}</name><type>${type}</type></flexiPageRegions>`;
const page = (regions: string) =>
  pageModel(childOf(parseXml(`<records><fullName>P</fullName>${regions}</records>`), 'records') as XmlNode);

describe('a FlexiPage', () => {
  it('puts facets where they are used and keeps them out of the regions', () => {
    const model = page(
      region('Facet-a', 'Facet', component('c:gatePanel')) +
        region('main', 'Region', component('flexipage:tabset', property('tabs', 'Facet-a'))),
    );
    expect(model.regions.map(({ name }) => name)).toEqual(['main']);
    expect(model.regions[0]?.items[0]).toMatchObject({ facets: { tabs: [{ name: 'c:gatePanel' }] }, properties: {} });
  });

  it('survives a facet that names itself', () => {
    const own = region('Facet-a', 'Facet', component('flexipage:tab', property('body', 'Facet-a')));
    const model = page(own + region('main', 'Region', component('flexipage:tabset', property('tabs', 'Facet-a'))));
    expect(model.regions[0]?.items).toHaveLength(1);
  });

  it('reads design properties, fields and visibility rules', () => {
    const rule =
      '<visibilityRule><booleanFilter>1</booleanFilter><criteria><leftValue>{!Record.Amount}</leftValue>' +
      '<operator>GT</operator><rightValue>5</rightValue></criteria></visibilityRule>';
    const field = `<itemInstances><fieldInstance><fieldItem>Record.Amount</fieldItem>${rule}</fieldInstance></itemInstances>`;
    const [items] = page(region('main', 'Region', component('c:x', property('heading', 'Hi')) + field)).regions.map(
      (one) => one.items,
    );
    expect(items?.[0]).toMatchObject({ name: 'c:x', properties: { heading: 'Hi' } });
    expect(items?.[1]).toMatchObject({
      field: 'Amount',
      visibility: { filter: '1', criteria: [{ left: '{!Record.Amount}', operator: 'GT', right: '5' }] },
    });
  });
});
