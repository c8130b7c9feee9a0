import GateScore from 'c/gateScore';
import { all, render, settled, words } from 'components/render';

describe('c-gate-score', () => {
  it('shows whole points against the threshold and never rounds up to it', async () => {
    const element = render('c-gate-score', GateScore as never, { value: 79.9, threshold: 80 });
    await settled();
    expect(words(element.shadowRoot)).toContain('79');
    expect(words(element.shadowRoot)).toContain('of 80 needed');
    expect(all(element.shadowRoot, '.bar.enough')).toEqual([]);
    await expect(element).toBeAccessible();
  });

  it('turns green at the threshold', async () => {
    const element = render('c-gate-score', GateScore as never, { value: 80, threshold: 80 });
    await settled();
    expect(all(element.shadowRoot, '.bar.enough')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });
});
