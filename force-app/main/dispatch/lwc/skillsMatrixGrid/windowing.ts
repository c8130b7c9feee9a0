/** The part of a long axis that is drawn: from `first` up to and without `end`. */
export interface Span {
  readonly first: number;
  readonly end: number;
}

export interface Axis {
  readonly count: number;
  /** Pixels of one item. */
  readonly size: number;
  /** Items drawn beyond each edge, and the step in which the window moves. */
  readonly beyond: number;
}

/** What of an axis is seen through a viewport, widened to whole steps so that most scrolls change nothing. */
export function spanAt(axis: Axis, offset: number, viewport: number): Span {
  const step = axis.beyond;
  const first = Math.floor(offset / axis.size / step) * step - step;
  const end = Math.ceil((offset + viewport) / axis.size / step) * step + step;
  return { first: Math.max(0, Math.min(first, axis.count)), end: Math.max(0, Math.min(end, axis.count)) };
}

export const sameSpan = (a: Span, b: Span): boolean => a.first === b.first && a.end === b.end;

/** How far to scroll so that an item is seen whole; undefined where it is already. `covered` is hidden at the start. */
export function scrollTo(
  axis: Axis,
  index: number,
  view: { readonly offset: number; readonly size: number; readonly covered: number },
): number | undefined {
  const start = index * axis.size;
  const room = view.size - view.covered;
  if (start < view.offset) return start;
  return start + axis.size > view.offset + room ? start + axis.size - room : undefined;
}
