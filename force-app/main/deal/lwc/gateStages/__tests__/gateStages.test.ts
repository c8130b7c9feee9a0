import GateStages from 'c/gateStages';
import { gatesOf } from 'c/gateData';
import { gateAnswer } from 'components/gate-answer';
import { all, render, settled } from 'components/render';

describe('c-gate-stages', () => {
  it('marks what is behind and where the deal stands, and tells which stage was chosen', async () => {
    const chosen = jest.fn();
    const element = render('c-gate-stages', GateStages as never, {
      gates: gatesOf(gateAnswer()),
      currentId: 'gate5',
      selectedId: 'gate5',
    });
    element.addEventListener('select', (event) => chosen((event as CustomEvent).detail));
    await settled();
    expect(all(element.shadowRoot, 'li').map((item) => item.className)).toEqual(['done', 'current selected', '']);
    expect(all(element.shadowRoot, '[aria-current=step]')).toHaveLength(1);
    all(element.shadowRoot, 'button')[2]?.click();
    expect(chosen).toHaveBeenCalledWith('gate6');
    await expect(element).toBeAccessible();
  });
});
