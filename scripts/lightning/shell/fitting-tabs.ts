/** How many tabs stand in the bar, from the left; the rest goes below a button that takes its own room. */
export function fittingTabs(widths: readonly number[], room: number, button: number): number {
  const total = widths.reduce((sum, width) => sum + width, 0);
  if (total <= room) return widths.length;
  let taken = button;
  const first = widths.findIndex((width) => (taken += width) > room);
  return first === -1 ? widths.length : first;
}
