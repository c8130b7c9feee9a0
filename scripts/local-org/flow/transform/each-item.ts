import { EACH_ITEM } from '../check/check-references.ts';
import { copied, FlowFault, isCollection, type FlowValue } from '../flow-value.ts';
import { frameOf, type Interview } from '../interview.ts';
import { readReference } from '../references.ts';

/** The item at hand goes by a name that no element can have: names never have two underscores in a row. */
const itemName = (collection: string): string => `${collection}__EachItem`;

/** `Deals[$EachItem].Name` → the collection, and the reference as it is read for one item. */
export function splitEachItem(reference: string): { readonly reference: string; readonly collection?: string } {
  const at = reference.indexOf(EACH_ITEM);
  if (at < 0) return { reference };
  const collection = reference.slice(0, at);
  return { collection, reference: itemName(collection) + reference.slice(at + EACH_ITEM.length) };
}

/** The collection whose item a name stands for. */
export const collectionOfItem = (name: string): string | undefined => /^(.+)__EachItem$/i.exec(name)?.[1];

export function eachItem(interview: Interview, collection: string, work: () => FlowValue): FlowValue[] {
  const source = readReference(interview, collection);
  if (source !== null && !isCollection(source)) throw new FlowFault(`Expected a collection, got ${collection}`);
  const { values } = frameOf(interview);
  const name = itemName(collection);
  const made = (source ?? []).map((item) => {
    values.set(name, copied(item));
    return work();
  });
  values.delete(name);
  return made;
}
