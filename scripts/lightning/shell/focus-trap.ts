/** Components delegate the focus into their shadow, so what stands in the dialog's own markup is enough to know its ends. */
const FOCUSABLE = 'a[href], button:not([disabled]), lightning-button, lightning-input-field, [tabindex="0"]';

/** Tab past the last control of a dialog comes back to its first, and the other way round. */
export function keepFocusInside(event: KeyboardEvent, dialog: HTMLElement): void {
  if (event.key !== 'Tab') return;
  const controls = [...dialog.querySelectorAll<HTMLElement>(FOCUSABLE)];
  const [first, last] = [controls[0], controls.at(-1)];
  if (first === undefined || last === undefined) return;
  const path = event.composedPath();
  if (!event.shiftKey && path.includes(last)) {
    event.preventDefault();
    first.focus();
  } else if (event.shiftKey && (path.includes(first) || path[0] === dialog)) {
    event.preventDefault();
    (last as HTMLElement & { focus(): void }).focus();
  }
}
