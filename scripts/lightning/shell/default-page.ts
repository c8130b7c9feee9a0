import type { PageModel } from './page-types.ts';

const tab = (name: string, title: string) => ({
  key: `tab-${name}`,
  name: 'flexipage:tab',
  properties: { title },
  facets: { body: [{ key: `body-${name}`, name: name, properties: {}, facets: {} }] },
});

/** What an org shows for an object that has no page of its own. */
export const DEFAULT_RECORD_PAGE: PageModel = {
  name: 'default',
  label: '',
  template: 'flexipage:recordHomeTemplateDesktop',
  regions: [
    { name: 'header', items: [{ key: 'highlights', name: 'force:highlightsPanel', properties: {}, facets: {} }] },
    {
      name: 'main',
      items: [
        {
          key: 'tabs',
          name: 'flexipage:tabset',
          properties: {},
          facets: {
            tabs: [
              tab('force:detailPanel', 'Standard.Tab.detail'),
              tab('force:relatedListContainer', 'Standard.Tab.relatedLists'),
            ],
          },
        },
      ],
    },
  ],
};
