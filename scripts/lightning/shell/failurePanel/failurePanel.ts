import { LightningElement, api } from 'lwc';
import { isConnectionFailure, onConnection } from '../../platform/data/connection-state.ts';
import { sentencesOf } from '../../platform/data/failure-text.ts';

/** Why something is not shown, in the words of who refused it. What only the connection kept away comes with it. */
export default class FailurePanel extends LightningElement {
  @api title = '';
  @api message: string | undefined;
  @api failure: unknown;

  stop: (() => void) | undefined;

  connectedCallback(): void {
    this.stop = onConnection((state) => {
      if (state === 'held' && isConnectionFailure(this.failure)) location.reload();
    });
  }

  disconnectedCallback(): void {
    this.stop?.();
  }

  get sentences(): string[] {
    return this.message === undefined ? sentencesOf(this.failure) : [this.message];
  }
}
