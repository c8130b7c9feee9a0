import { LightningElement, api } from 'lwc';

interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

/** A button that opens a list of choices; arrows move, Escape closes and gives the focus back. */
export default class MenuButton extends LightningElement {
  @api label = '';
  @api iconName = 'utility:down';
  @api text: string | undefined;
  @api options: readonly Option[] = [];
  @api selected: string | undefined;
  /** Side of the button on which the list starts. */
  @api alignment: 'left' | 'right' = 'right';

  open = false;
  moveFocus = false;

  get triggerClass(): string {
    return `slds-dropdown-trigger slds-dropdown-trigger_click${this.open ? ' slds-is-open' : ''}`;
  }
  get menuClass(): string {
    return `slds-dropdown slds-dropdown_${this.alignment} menu`;
  }
  get buttonClass(): string {
    return `slds-button slds-button_neutral trigger${this.text === undefined ? ' bare' : ''}`;
  }
  get expanded(): string {
    return String(this.open);
  }
  get buttonLabel(): string {
    return this.text === undefined ? this.label : `${this.label}: ${this.text}`;
  }
  get items(): (Option & { className: string; checked: string })[] {
    return this.options.map((option) => {
      const chosen = option.value === this.selected;
      return {
        ...option,
        className: `slds-dropdown__item${chosen ? ' slds-is-selected' : ''}`,
        checked: String(chosen),
      };
    });
  }

  get links(): HTMLElement[] {
    return [...(this.template?.querySelectorAll<HTMLElement>('[role="menuitemradio"]') ?? [])];
  }

  renderedCallback(): void {
    if (!this.moveFocus || this.links.length === 0) return;
    this.moveFocus = false;
    (this.links.find((link) => link.getAttribute('aria-checked') === 'true') ?? this.links[0])?.focus();
  }

  handleToggle(): void {
    this.open = !this.open;
    this.moveFocus = this.open;
    if (this.open) this.dispatchEvent(new CustomEvent('open'));
  }

  handleChoose(event: Event): void {
    event.preventDefault();
    const { value } = (event.currentTarget as HTMLElement).dataset;
    this.close();
    if (value !== this.selected) this.dispatchEvent(new CustomEvent('choose', { detail: value }));
  }

  handleKey(event: KeyboardEvent): void {
    if (!this.open) return;
    if (event.key === 'Escape') {
      this.close();
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const { links } = this;
      const at = links.findIndex((link) => link === this.template?.activeElement);
      links[(at + step + links.length) % links.length]?.focus();
    }
    if (event.key === ' ' && this.template?.activeElement?.getAttribute('role') === 'menuitemradio') {
      event.preventDefault();
      (this.template?.activeElement as HTMLElement).click();
    }
  }

  handleFocusOut(event: FocusEvent): void {
    const next = event.relatedTarget as Node | null;
    if (next !== null && this.template?.contains(next) !== true) this.open = false;
  }

  close(): void {
    this.open = false;
    this.template?.querySelector<HTMLElement>('button')?.focus();
  }
}
