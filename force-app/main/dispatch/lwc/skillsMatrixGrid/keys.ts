export interface Place {
  readonly row: number;
  readonly column: number;
}

export interface Bounds {
  readonly rows: number;
  readonly columns: number;
  /** Rows that a page key passes. */
  readonly page: number;
}

/** Where a key leads from a cell, as in every grid; undefined for a key that does not move. */
export function moved(
  { row, column }: Place,
  { key, ctrlKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey'>,
  bounds: Bounds,
): Place | undefined {
  const last = { row: Math.max(0, bounds.rows - 1), column: Math.max(0, bounds.columns - 1) };
  const at = (nextRow: number, nextColumn: number): Place => ({
    row: Math.max(0, Math.min(last.row, nextRow)),
    column: Math.max(0, Math.min(last.column, nextColumn)),
  });
  const steps: Readonly<Record<string, Place>> = {
    ArrowDown: at(row + 1, column),
    ArrowUp: at(row - 1, column),
    ArrowRight: at(row, column + 1),
    ArrowLeft: at(row, column - 1),
    PageDown: at(row + bounds.page, column),
    PageUp: at(row - bounds.page, column),
    Home: at(ctrlKey ? 0 : row, 0),
    End: at(ctrlKey ? last.row : row, last.column),
  };
  return steps[key];
}
