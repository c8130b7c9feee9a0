import type { Content } from './content.ts';
import { flagOf, listOf, partOf, wordOf } from './content.ts';
import type { Criterion, FilterOperation, LookupFilter } from './filter-model.ts';

/** The lookup filter that a field's metadata switches on. */
export function lookupFilterOf(content: Content): LookupFilter | undefined {
  const filter = partOf(content, 'lookupFilter');
  if (!filter || !flagOf(filter, 'active')) return undefined;
  return {
    optional: flagOf(filter, 'isOptional'),
    logic: wordOf(filter, 'booleanFilter'),
    criteria: criteriaOf(filter, 'filterItems'),
    message: wordOf(filter, 'errorMessage'),
  };
}

export function criteriaOf(content: Content, list: string): Criterion[] {
  return listOf(content, list).map((item) => ({
    field: wordOf(item, 'field') ?? '',
    operation: wordOf(item, 'operation') as FilterOperation,
    value: wordOf(item, 'value') ?? '',
    valueField: wordOf(item, 'valueField'),
  }));
}
