import type { RecordSelection } from './record-selection.ts';

/** A statement's text is limited; ids are asked for in portions. */
export const IDS_PER_QUERY = 500;

/** The SOQL columns of a selection with the looked-up records that one object can hold; the others are read apart. */
export function selectColumns(selection: RecordSelection): string[] {
  return [...new Set(columnsBelow(selection, ''))];
}

function columnsBelow(selection: RecordSelection, prefix: string): string[] {
  const own = [...selection.columns].map((column) => prefix + column);
  const parents = [...selection.parents].flatMap(
    ([
      name,
      {
        field,
        targets: [only, ...others],
      },
    ]) =>
      others.length > 0 || only === undefined ? [`${prefix}${field.name}`] : columnsBelow(only, `${prefix}${name}.`),
  );
  return [...own, ...parents];
}
