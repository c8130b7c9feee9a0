import DispatchRequestCheck from 'c/dispatchRequestCheck';
import { all, render, settled, words } from 'components/render';

const context = {
  margin: 8_960_000,
  probability: 55,
  tier: 'Strategic',
  deadline: '2026-12-06',
  readiness: 92,
  showcase: 80,
  budget: 100_000,
  spent: 0,
  seesBudget: true,
  early: false,
  gateNeeds: [{ id: 'c1', title: 'Solution by presales' }],
};

async function show(change: object = {}) {
  const element = render('c-dispatch-request-check', DispatchRequestCheck as never, {
    draft: {
      deliverable: 'Solution v1',
      hours: '24',
      headcount: '2',
      needs: [{ key: 'a', name: 'Power', level: 4, percent: 60, mandatory: true }],
    },
    context: { ...context, ...change },
    today: '2026-11-24',
    purpose: 'Solution design',
    region: 'East',
    window: '30 Nov – 4 Dec',
  });
  await settled();
  return element;
}

describe('c-dispatch-request-check', () => {
  it('shows the worth of the reference deal and what it is made of', async () => {
    const element = await show();
    const shown = words(element.shadowRoot);
    expect(shown).toContain('85.5');
    expect(shown).toContain('29.3 of 30');
    expect(shown).toContain('Solution by presales');
    expect(shown).toContain('Power L4, 60%, mandatory');
    expect(all(element.shadowRoot, 'dd').map((one) => one.textContent)).toContain('48 h by 2 people');
    await expect(element).toBeAccessible();
  });

  it.each([
    ['nothing of it is used', {}, '$100,000 of $100,000 left'],
    ['it is nearly used', { spent: 80_000 }, 'More than 80% of the budget is used.'],
    ['it is used up', { spent: 100_000 }, 'The budget is used up.'],
    ['there is none', { budget: null }, 'This deal has no presales budget.'],
  ])('says what the budget allows when %s', async (_when, change, text) => {
    const element = await show(change);
    expect(words(element.shadowRoot)).toContain(text);
    await expect(element).toBeAccessible();
  });

  it('names what the worth lacks instead of guessing it', async () => {
    const element = await show({ margin: null, tier: null, early: true, gateNeeds: [], seesBudget: false });
    expect(words(element.shadowRoot)).toContain('The deal does not say yet: gross margin and account tier.');
    expect(words(element.shadowRoot)).toContain('People are dispatched from the second stage on.');
    expect(words(element.shadowRoot)).toContain('asks for no dispatch');
    expect(words(element.shadowRoot)).not.toContain('left');
    await expect(element).toBeAccessible();
  });
});
