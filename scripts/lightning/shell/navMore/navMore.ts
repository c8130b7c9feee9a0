import { LightningElement, api } from 'lwc';
import { word } from '../words.ts';

interface Tab {
  readonly name: string;
  readonly label: string;
  readonly url: string;
  readonly current: string | null;
}

/** The tabs that have no room in the bar; arrows, Home and End move, Escape closes and gives the focus back. */
export default class NavMore extends LightningElement {
  @api items: readonly Tab[] = [];

  open = false;
  moveTo: 'first' | 'last' | undefined;
  words = { more: word('more'), moreTabs: word('moreTabs') };

  get barClass(): string {
    const active = this.items.some(({ current }) => current !== null) ? ' slds-is-active' : '';
    return `slds-context-bar__item slds-dropdown-trigger slds-dropdown-trigger_click bar${active}${this.open ? ' slds-is-open' : ''}`;
  }
  get expanded(): string {
    return String(this.open);
  }
  get links(): HTMLElement[] {
    return [...(this.template?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
  }

  renderedCallback(): void {
    if (this.moveTo === undefined || !this.open) return;
    this.links.at(this.moveTo === 'first' ? 0 : -1)?.focus();
    this.moveTo = undefined;
  }

  handleToggle(): void {
    this.open = !this.open;
    if (this.open) this.moveTo = 'first';
  }

  /** The link itself leads on; a menu that stayed open would cover the page it leads to. */
  handleChoose(): void {
    this.open = false;
  }

  handleKey(event: KeyboardEvent): void {
    if (!this.open) {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        this.open = true;
        this.moveTo = event.key === 'ArrowDown' ? 'first' : 'last';
      }
      return;
    }
    if (event.key === 'Escape') {
      this.open = false;
      this.template?.querySelector<HTMLElement>('button')?.focus();
      return;
    }
    const { links } = this;
    const at = links.findIndex((link) => link === this.template?.activeElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1 + links.length, Home: 0, End: links.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    links[next % links.length]?.focus();
  }

  handleFocusOut(event: FocusEvent): void {
    const next = event.relatedTarget as Node | null;
    if (next !== null && this.template?.contains(next) !== true) this.open = false;
  }
}
