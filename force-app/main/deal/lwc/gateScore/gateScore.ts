import { LightningElement, api } from 'lwc';
import score from '@salesforce/label/c.MF_Gate_Score';
import ofThreshold from '@salesforce/label/c.MF_Gate_Of_Threshold';

/** Percent of planned weight that is passed, against the threshold. */
export default class GateScore extends LightningElement {
  /** 0-100. */
  @api value = 0;
  /** 0-100. */
  @api threshold = 0;

  labels = { score };

  get points(): number {
    return Math.floor(this.value);
  }

  get ofThreshold(): string {
    return ofThreshold.replace('{0}', String(this.threshold));
  }

  get spoken(): string {
    return `${this.points} ${this.ofThreshold}`;
  }

  get barClass(): string {
    return this.value >= this.threshold ? 'bar enough' : 'bar';
  }

  get barStyle(): string {
    return `width: ${Math.min(100, Math.max(0, this.value))}%`;
  }

  get thresholdStyle(): string {
    return `left: ${Math.min(100, Math.max(0, this.threshold))}%`;
  }
}
