import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import { labels } from './labels';

/** Asks for a reason; closes with it, or with null. */
export default class BoardReason extends LightningModal {
  /** Opens the dialog; resolves with what it closes with. */
  declare static open: (options: Readonly<Record<string, unknown>>) => Promise<string | null | undefined>;

  @api help = '';
  @api action = '';

  labels = labels;

  handleCancel() {
    void this.close(null);
  }

  handleSend() {
    const input = this.template?.querySelector<HTMLElement & { value: string; reportValidity(): boolean }>(
      'lightning-textarea',
    );
    if (input?.reportValidity() && input.value.trim() !== '') void this.close(input.value.trim());
  }
}
