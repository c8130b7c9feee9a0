import type { Field } from '../../schema/model.ts';
import { formatValue } from './format-value.ts';
import type { Resolved } from './expression.ts';
import type { Show } from './record-plan.ts';

/** From the store's representation to REST's. Undefined = as it is. */
export function showOf(what: Resolved): Show | undefined {
  if (what.shown === 'format') return (value, context) => (value === null ? null : formatValue(what, value, context));
  if (what.shown === 'label' && what.field?.picklist) return labels(what.field);
  switch (what.type) {
    case 'boolean':
      return (value) => (value === null ? null : value === 1);
    case 'address':
    case 'location':
      return (value) => (typeof value === 'string' ? (JSON.parse(value) as unknown) : value);
    case 'datetime':
      return (value) => (typeof value === 'string' ? value.replace('Z', '+0000') : value);
    case 'time':
      return (value) => (typeof value === 'string' ? `${value}Z` : value);
    case 'currency':
    case 'double':
    case 'percent':
      return what.aggregate ? rounded(what.field?.scale) : undefined;
    default:
      return undefined;
  }
}

/** Sums of decimals must not show the binary dust of doubles. */
function rounded(scale: number | undefined): Show {
  return (value) => {
    if (typeof value !== 'number') return value;
    return scale === undefined ? Number(value.toPrecision(15)) : Number(value.toFixed(scale));
  };
}

function labels(field: Field): Show {
  const values = field.picklist?.values ?? [];
  const known = new Map(values.map((each) => [each.value, each]));
  const one = (value: string, language: string) =>
    known.get(value)?.translations?.[language] ?? known.get(value)?.label ?? value;
  return (value, { language }) => {
    if (typeof value !== 'string') return value;
    return field.type === 'multipicklist'
      ? value
          .split(';')
          .map((each) => one(each, language))
          .join(';')
      : one(value, language);
  };
}
