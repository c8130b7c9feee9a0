import DispatchRequestNeeds from 'c/dispatchRequestNeeds';
import { graphql } from 'lightning/graphql';
import { edges } from 'components/gate-answer';
import { all, render, settled, words } from 'components/render';

type Element = HTMLElement & { shadowRoot: ShadowRoot; needs: readonly object[]; complete(): boolean };
type Field = HTMLElement & { label: string; options: readonly { value: string }[] };

const need = (key: string, change: object = {}) => ({
  key,
  id: null,
  skill: 'PWR',
  level: 3,
  percent: 100,
  mandatory: false,
  ...change,
});

async function show(needs: readonly object[]): Promise<Element> {
  const element = render('c-dispatch-request-needs', DispatchRequestNeeds as never, { needs }) as Element;
  (graphql as unknown as { emit(value: unknown): void }).emit({
    uiapi: {
      query: {
        MF_Skill__c: edges([
          { Id: 'PWR', Name: 'Power', Family__c: 'Industry' },
          { Id: 'SEC', Name: 'Security', Family__c: 'Technology' },
        ]),
      },
    },
  });
  element.addEventListener('needs', (event) => (element.needs = (event as CustomEvent<readonly object[]>).detail));
  await settled();
  return element;
}

async function press(element: Element, label: string) {
  all<Field>(element.shadowRoot, 'lightning-button, lightning-button-icon')
    .find((button) => button.label === label || button.title === label)
    ?.click();
  await settled();
}

const shares = (element: Element) => element.needs.map((one) => (one as { percent: number }).percent);

describe('c-dispatch-request-needs', () => {
  it('makes the first skill mandatory, and keeps equal shares equal', async () => {
    const element = await show([]);
    await press(element, 'Add a skill');
    await press(element, 'Add a skill');
    expect(element.needs).toEqual([
      expect.objectContaining({ percent: 50, mandatory: true, level: 3 }),
      expect.objectContaining({ percent: 50, mandatory: false }),
    ]);
    expect(words(element.shadowRoot)).toContain('Adds up to 100%');
    await expect(element).toBeAccessible();
  });

  it('gives a further skill what chosen shares leave, and makes them equal on request', async () => {
    const element = await show([need('a', { percent: 70 })]);
    await press(element, 'Add a skill');
    expect(shares(element)).toEqual([70, 30]);
    await press(element, 'Add a skill');
    expect(shares(element)).toEqual([70, 30, 0]);
    await press(element, 'Even shares');
    expect(shares(element)).toEqual([34, 33, 33]);
  });

  it('offers each skill once', async () => {
    const element = await show([need('a'), need('b', { skill: '' })]);
    const offered = all<Field>(element.shadowRoot, '[data-part=skill]').map((box) =>
      box.options.map(({ value }) => value),
    );
    expect(offered).toEqual([['PWR', 'SEC'], ['SEC']]);
    await press(element, 'Remove skill 1');
    expect(element.needs).toHaveLength(1);
  });

  it.each([
    ['no skill at all', [], 'Add at least one skill.'],
    ['a line without a skill', [need('a', { skill: '' })], 'Choose a skill in each line'],
    ['a share of nothing', [need('a'), need('b', { skill: 'SEC', percent: 0 })], 'a share above zero'],
    ['shares of nine tenths', [need('a', { percent: 90 })], 'The shares add up to 90%.'],
  ])('says what is wrong with %s', async (_what, needs, text) => {
    const element = await show(needs);
    expect(element.complete()).toBe(false);
    await settled();
    expect(words(element.shadowRoot)).toContain(text);
    await expect(element).toBeAccessible();
  });

  it('takes three thirds for a whole', async () => {
    const thirds = ['PWR', 'SEC', 'BID'].map((skill, index) => need(skill, { skill, percent: index ? 33.33 : 33.34 }));
    expect((await show(thirds)).complete()).toBe(true);
  });
});
