import { LightningElement, api } from 'lwc';
import type { Frame, Grade } from 'c/skillsMatrix';
import { fill } from 'c/labelText';
import { heatOf, unitsOf, type HeatRow } from './heat';
import { labels } from './labels';

/** Skills by unit: how many people have each, how many open orders ask for, and what is missing. */
export default class SkillsMatrixHeat extends LightningElement {
  @api frame!: Frame;
  @api grades: ReadonlyMap<string, Grade> = new Map();

  labels = labels;

  get units() {
    return unitsOf(this.frame).map((name) => ({ name: name || labels.noUnit }));
  }

  get rows() {
    const rows = heatOf(this.frame, this.grades);
    const most = Math.max(1, ...rows.flatMap((row) => row.byUnit));
    return rows.map((row, index) => this.toRow(row, { most, first: row.unit !== rows[index - 1]?.unit }));
  }

  private toRow(row: HeatRow, { most, first }: { most: number; first: boolean }) {
    return {
      id: row.skillId,
      owner: first ? row.unit : '',
      name: row.name,
      level: fill(labels.level, row.level),
      cells: row.byUnit.map((count, index) => ({
        key: index,
        count,
        className: `number heat${count === 0 ? 0 : Math.ceil((4 * count) / most)}`,
      })),
      have: row.have,
      need: row.need,
      gap: row.gap,
      gapClass: row.gap > 0 ? 'number gap' : 'number',
    };
  }
}
