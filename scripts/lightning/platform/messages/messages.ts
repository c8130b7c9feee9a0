import { LightningElement, api } from 'lwc';

/** `lightning-messages`: what the org said about the record as a whole. */
export default class Messages extends LightningElement {
  errors: readonly string[] = [];

  connectedCallback(): void {
    const receive = (errors: readonly string[]): void => {
      this.errors = errors;
    };
    this.dispatchEvent(new CustomEvent('privateregistermessages', { bubbles: true, composed: true, detail: receive }));
  }

  @api
  setError(error: unknown): void {
    this.errors = error === undefined || error === null ? [] : [String(error)];
  }
}
