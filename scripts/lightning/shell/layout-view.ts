import type { Layout } from '../platform/data/record-ui-wires.ts';

export interface SectionView {
  readonly id: string;
  readonly heading: string | null;
  readonly fields: readonly string[];
  readonly cellClass: string;
}

/** A layout's sections as rows of fields; a place that holds no field is left out. */
export function sectionsOf(
  layout: Layout,
  keep: (item: Layout['sections'][number]['layoutRows'][number]['layoutItems'][number]) => boolean = () => true,
): SectionView[] {
  return layout.sections
    .map(({ id, heading, useHeading, columns, layoutRows }) => ({
      id,
      heading: useHeading ? heading : null,
      cellClass: columns > 1 ? 'slds-col slds-size_1-of-1 slds-medium-size_1-of-2' : 'slds-col slds-size_1-of-1',
      fields: layoutRows
        .flatMap(({ layoutItems }) => layoutItems)
        .filter(keep)
        .flatMap(({ layoutComponents }) => layoutComponents)
        .filter(({ componentType, apiName }) => componentType === 'Field' && apiName !== null)
        .map(({ apiName }) => apiName as string),
    }))
    .filter(({ fields }) => fields.length > 0);
}
