import { LightningElement, api } from 'lwc';
import type { Gate } from 'c/gateData';
import passed from '@salesforce/label/c.MF_Gate_Stage_Passed';
import stages from '@salesforce/label/c.MF_Gate_Stages';

/** The stages of a deal in order: behind, current, ahead. Choosing one shows its checks. */
export default class GateStages extends LightningElement {
  @api gates: readonly Gate[] = [];
  @api currentId: string | null = null;
  @api selectedId: string | null = null;

  labels = { passed, stages };

  get items() {
    return this.gates.map((gate) => {
      const current = gate.id === this.currentId;
      const done = gate.left && !current;
      const selected = gate.id === this.selectedId;
      const states = [done && 'done', current && 'current', selected && 'selected'];
      return {
        id: gate.id,
        name: gate.name,
        title: gate.guidance || gate.name,
        done,
        current: current ? 'step' : undefined,
        selected: String(selected),
        itemClass: states.filter(Boolean).join(' '),
      };
    });
  }

  handleSelect(event: Event) {
    const { id } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('select', { detail: id }));
  }
}
