/** Standard components that this host draws, by the name that FlexiPage metadata gives them. */
export const STANDARD_COMPONENTS = {
  'force:highlightsPanel': 'highlights',
  'record_flexipage:dynamicHighlights': 'dynamicHighlights',
  'force:detailPanel': 'detail',
  'force:relatedListContainer': 'relatedLists',
  'force:relatedListSingleContainer': 'relatedList',
  'lst:dynamicRelatedList': 'relatedList',
  'flexipage:tabset': 'tabset',
  'flexipage:fieldSection': 'fieldSection',
  'flexipage:richText': 'richText',
  'runtime_sales_pathassistant:pathAssistant': 'path',
} as const satisfies Readonly<Record<string, string>>;

export type StandardKind = (typeof STANDARD_COMPONENTS)[keyof typeof STANDARD_COMPONENTS];

export const standardKind = (name: string): StandardKind | undefined =>
  (STANDARD_COMPONENTS as Readonly<Record<string, StandardKind>>)[name];
