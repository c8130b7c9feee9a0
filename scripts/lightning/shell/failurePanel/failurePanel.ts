import { LightningElement, api } from 'lwc';
import { sentencesOf } from '../../platform/data/failure-text.ts';

/** Why something is not shown, in the words of who refused it. */
export default class FailurePanel extends LightningElement {
  @api title = '';
  @api message: string | undefined;
  @api failure: unknown;

  get sentences(): string[] {
    return this.message === undefined ? sentencesOf(this.failure) : [this.message];
  }
}
