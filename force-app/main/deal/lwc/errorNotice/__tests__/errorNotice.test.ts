import ErrorNotice from 'c/errorNotice';
import { all, render, settled } from 'components/render';

type Notice = HTMLElement & { shadowRoot: ShadowRoot; lines: readonly string[] };
const textsOf = (element: Notice) => all(element.shadowRoot, '[role=alert] p').map((line) => line.textContent);

describe('c-error-notice', () => {
  it('says every line, a repeated one as well, below its heading', async () => {
    const given = { lines: ['Complete the deal.', 'Complete the deal.'], heading: 'Not saved' };
    const element = render('c-error-notice', ErrorNotice as never, given) as Notice;
    await settled();
    expect(textsOf(element)).toEqual(['Not saved', 'Complete the deal.', 'Complete the deal.']);
    expect(all(element.shadowRoot, 'lightning-button')).toEqual([]);
    await expect(element).toBeAccessible();
  });

  it('offers to try again, and is gone with the errors', async () => {
    const given = { lines: ['The org is away.'], retryLabel: 'Try again' };
    const element = render('c-error-notice', ErrorNotice as never, given) as Notice;
    const retried = jest.fn();
    element.addEventListener('retry', retried);
    await settled();
    all(element.shadowRoot, 'lightning-button')[0]?.click();
    expect(retried).toHaveBeenCalledTimes(1);
    element.lines = [];
    await settled();
    expect(textsOf(element)).toEqual([]);
  });
});
