import { LightningElement, api } from 'lwc';

/** What the org said against a read or a write, line by line; read aloud at once. Fires `retry` when it offers that. */
export default class ErrorNotice extends LightningElement {
  @api lines: readonly string[] = [];
  @api heading: string | undefined;
  /** Without it there is nothing to try again. */
  @api retryLabel: string | undefined;

  get shown(): boolean {
    return this.lines.length > 0;
  }

  /** The same sentence may come twice, once for each of two records. */
  get paragraphs(): { key: string; text: string }[] {
    return this.lines.map((text, index) => ({ key: String(index), text }));
  }

  handleRetry() {
    this.dispatchEvent(new CustomEvent('retry'));
  }
}
