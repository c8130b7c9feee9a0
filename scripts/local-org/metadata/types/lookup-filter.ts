import type { CustomField, LookupFilter } from '@salesforce/types/metadata';
import { BadValue } from '../../save/convert-value.ts';
import { filteredLookup } from '../../save/lookup-filter.ts';
import { OrgError } from '../../errors.ts';
import type { SObjectType } from '../../schema/model.ts';
import { limitText, shortName } from './common-checks.ts';
import type { RuleContext } from './rule.ts';

const MAX_ITEMS = 10;
/** Required filters that one object may have. */
const MAX_REQUIRED = 5;

export function checkLookupFilter(field: CustomField, owner: SObjectType, context: RuleContext): void {
  const filter = field.lookupFilter;
  if (!filter) return;
  const own = owner.field(shortName(context.fullName));
  if (own?.reference?.to.length !== 1) {
    return context.report("Can not specify 'lookupFilter' for this field", field, 'lookupFilter');
  }
  limitText(context, filter, 'errorMessage', 255, 'Error Message');
  limitText(context, filter, 'infoMessage', 255, 'Lookup Window Text');
  limitText(context, filter, 'description', 255, 'Description');
  if (filter.filterItems.length === 0) context.report('Required field is missing: filterItems', filter);
  if (filter.filterItems.length > MAX_ITEMS)
    context.report(`A lookup filter can have at most ${MAX_ITEMS} filter items`, filter);
  checkItems(filter, context);
  if (!filter.active) return;
  const required = owner.fields.filter((each) => each.reference?.filter?.optional === false).length;
  if (required > MAX_REQUIRED)
    context.report(`Lookup filter limit exceeded: ${owner.name} has ${required} of ${MAX_REQUIRED}`, filter);
  try {
    filteredLookup(context.schema, owner, own);
  } catch (error) {
    if (!(error instanceof OrgError || error instanceof BadValue)) throw error;
    context.report(error.message, filter, 'filterItems');
  }
}

function checkItems(filter: LookupFilter, context: RuleContext): void {
  for (const item of filter.filterItems) {
    if (item.value !== undefined && item.valueField !== undefined) {
      context.report('Specify either value or valueField for a filter item, not both', item, 'valueField');
    }
  }
}
