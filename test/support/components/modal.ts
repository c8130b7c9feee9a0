import { LightningElement, api } from 'lwc';

/** Stands for the platform's dialog: what it is closed with is kept as an event. */
export default class LightningModal extends LightningElement {
  static open = jest.fn<Promise<unknown>, [object]>(() => Promise.resolve(null));
  @api label = '';
  @api size = 'medium';

  @api close(result: unknown) {
    this.dispatchEvent(new CustomEvent('closed', { detail: result }));
    return Promise.resolve();
  }
}
