import { NotSupportedError } from '../../errors.ts';

/** What Salesforce serves below an object and the local org does not: refused by name, not taken for a record's id. */
const BELOW_OBJECT = new Set([
  'approvalLayouts',
  'compactLayouts',
  'defaultValues',
  'eventSchema',
  'layouts',
  'listviews',
  'quickActions',
  'relevantItems',
  'suggestedArticles',
]);

export function refuseResource(objectName: string, segment: string): void {
  if (BELOW_OBJECT.has(segment)) throw new NotSupportedError(`sobjects/${objectName}/${segment}`);
}
