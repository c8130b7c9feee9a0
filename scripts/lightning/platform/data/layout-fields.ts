import { cachedGet } from './object-info-cache.ts';
import type { Layout } from './record-ui-wires.ts';
import { queryString } from './org-fetch.ts';

export const layoutOf = (
  object: string,
  layoutType: 'Compact' | 'Full',
  mode: 'View' | 'Edit' | 'Create',
  recordTypeId?: string,
): Promise<Layout> =>
  cachedGet(`/ui-api/layout/${object}${queryString({ layoutType, mode, formFactor: 'Large', recordTypeId })}`);

/** The fields of a layout in reading order. */
export async function layoutFields(
  object: string,
  layoutType: 'Compact' | 'Full',
  recordTypeId?: string,
): Promise<string[]> {
  const { sections } = await layoutOf(object, layoutType, 'View', recordTypeId);
  const components = sections
    .flatMap(({ layoutRows }) => layoutRows)
    .flatMap(({ layoutItems }) => layoutItems)
    .flatMap(({ layoutComponents }) => layoutComponents);
  const names = components.filter(({ componentType, apiName }) => componentType === 'Field' && apiName !== null);
  return [...new Set(names.map(({ apiName }) => apiName as string))];
}
