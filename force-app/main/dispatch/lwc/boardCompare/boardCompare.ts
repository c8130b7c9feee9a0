import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import { figure, type Candidate } from 'c/dispatchData';
import { fill } from 'c/labelText';
import { labels } from './labels';

const MOST = 10;

/** Up to ten people side by side. Closes with the person that is to be proposed, or with null. */
export default class BoardCompare extends LightningModal {
  /** Opens the dialog; resolves with what it closes with. */
  declare static open: (options: Readonly<Record<string, unknown>>) => Promise<string | null | undefined>;

  @api candidates: readonly Candidate[] = [];
  @api explanation = '';
  @api servingWorth: number | null = null;

  labels = labels;
  private removed: readonly string[] = [];
  private added: readonly string[] = [];

  /** The best ten but for whom the reader took out, and whom the reader put in. */
  private get shown(): Candidate[] {
    const wanted = this.candidates.filter((one) => this.added.includes(one.id));
    const best = this.candidates.filter((one) => !this.removed.includes(one.id) && !wanted.includes(one));
    return [...best.slice(0, Math.max(0, MOST - wanted.length)), ...wanted].slice(0, MOST);
  }

  get empty(): boolean {
    return this.candidates.length === 0;
  }

  get columns() {
    return this.shown.map((one) => ({
      id: one.id,
      personId: one.personId,
      name: one.name,
      place: one.place,
      state: one.chosen ? labels.chosen : one.whyNot,
      className: one.chosen ? 'chosen' : one.eligible ? '' : 'out',
      isOut: !one.eligible,
      removeLabel: fill(labels.remove, one.name),
      chooseLabel: fill(labels.choose, one.name),
    }));
  }

  get parts() {
    const line = (id: string, name: string, value: (one: Candidate) => number | null, strong = false) => {
      const values = this.shown.map(value);
      const best = Math.max(...values.map((one) => one ?? -1));
      return {
        id,
        name,
        className: strong ? 'strong' : '',
        cells: this.shown.map((one, index) => {
          const shown = values[index] ?? null;
          return {
            id: one.id,
            text: shown === null ? labels.costSecret : figure(shown),
            className: shown !== null && shown === best && values.length > 1 ? 'best' : '',
          };
        }),
      };
    };
    return [
      line('fit', labels.fit, (one) => one.fit, true),
      line('skill', labels.skill, (one) => one.skill),
      line('availability', labels.availability, (one) => one.availability),
      line('locality', labels.locality, (one) => one.locality),
      line('cost', labels.cost, (one) => one.cost),
    ];
  }

  get others() {
    const shown = this.shown.map((one) => one.id);
    return this.candidates
      .filter((one) => !shown.includes(one.id))
      .map((one) => ({ label: `${one.name} (${figure(one.fit)})`, value: one.id }));
  }

  get hasOthers(): boolean {
    return this.others.length > 0;
  }

  get serving(): string {
    return this.servingWorth === null ? '' : fill(labels.serving, figure(this.servingWorth));
  }

  handleAdd(event: CustomEvent<{ value: string }>) {
    const { value } = event.detail;
    this.added = [...this.added, value].slice(-MOST);
    this.removed = this.removed.filter((id) => id !== value);
  }

  handleRemove(event: Event) {
    const { id = '' } = (event.currentTarget as HTMLElement).dataset;
    this.removed = [...this.removed, id];
    this.added = this.added.filter((one) => one !== id);
  }

  handleChoose(event: Event) {
    void this.close((event.currentTarget as HTMLElement).dataset['id']);
  }

  handleClose() {
    void this.close(null);
  }
}
