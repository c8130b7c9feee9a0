import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStage, type Stage } from '../support/persona-page.ts';
import { violations } from '../support/violations.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const open = (page: Page, path: string) => page.goto(`${stage.host.url}${path}`);

const columnOf = (card: Locator) => card.evaluate((node) => node.closest('section')?.getAttribute('data-stage'));
const nameOf = (card: Locator) => card.getByRole('link').innerText();

const signedIn = (person: string): Promise<Page> => stage.openAs(person);

async function board(page: Page): Promise<Locator> {
  await open(page, '/lightning/o/Opportunity/list?filterName=MF_My_Gated&displayAs=board');
  const card = page.locator('section[data-stage="S5 Bid Preparation"] li').first();
  await card.waitFor();
  return card;
}

describe('the frame around the pages', () => {
  it('has no accessibility violation on any page of the app, in one language or the other', async () => {
    const page = await signedIn('zhou.hang');
    const bid = await stage.opportunity('滨江市政务云二期');
    const pages: readonly (readonly [string, string])[] = [
      ['/lightning/page/home', 'host-home-page h1'],
      ['/lightning/o/Opportunity/list?filterName=MF_My_Gated', 'table tbody tr'],
      ['/lightning/o/Opportunity/list?filterName=MF_My_Gated&displayAs=board', 'li[data-id]'],
      [`/lightning/r/Opportunity/${bid}/view`, 'lightning-output-field'],
      [`/lightning/r/Opportunity/${bid}/edit`, '[role=dialog] lightning-combobox'],
      ['/lightning/nowhere', '[role=alert]'],
    ];
    // What axe looks at is the same in both languages but for the words: each page in one of them, turn by turn.
    for (const language of ['zh_CN', 'en_US']) {
      await page.context().request.post(`${stage.host.url}/host/language`, { data: { language } });
      for (const [path, ready] of pages.filter((_, index) => index % 2 === Number(language === 'en_US'))) {
        await open(page, path);
        await page.locator(ready).first().waitFor();
        expect(await page.locator('html').getAttribute('lang')).toBe(language.replace('_', '-'));
        expect(await violations(page), `${language} ${path}`).toEqual([]);
      }
    }
  });

  it('keeps the tabs that find no room below More, for the keyboard as well', async () => {
    const page = await signedIn('zhou.hang');
    const wide = page.viewportSize() ?? { width: 1440, height: 1000 };
    await page.setViewportSize({ width: 640, height: 900 });
    await open(page, '/lightning/page/home');
    const more = page.locator('host-nav-more');
    await more.getByRole('button').press('ArrowDown');
    const [first] = await more.getByRole('menuitem').all();
    expect(await first?.evaluate((link) => link.matches(':focus'))).toBe(true);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await more.getByRole('menuitem').count()).toBe(0);
    await more.getByRole('button').press('Enter');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.waitForURL(/MF_Term__c/);
    // Nobody gave the seller the board of the dispatcher.
    expect(await page.locator('host-nav-bar a[href$="MF_Dispatch_Board"]').count()).toBe(0);
    await page.setViewportSize(wide);
    await page.locator('host-nav-bar a[href*="MF_Term__c"]').waitFor();
  });

  it('shows a deal to a Chinese reader in Chinese, with every column of its team inside of the sidebar', async () => {
    const page = await signedIn('zhou.hang');
    await page.context().request.post(`${stage.host.url}/host/language`, { data: { language: 'zh_CN' } });
    const { records } = await stage.org.admin.query<{ MF_Deal__c: string }>(
      `SELECT MF_Deal__c FROM Opportunity WHERE Id = '${await stage.opportunity('滨江市政务云二期')}'`,
    );
    await open(page, `/lightning/r/MF_Deal__c/${records[0]?.MF_Deal__c ?? ''}/view`);
    const team = page.locator('host-related-list').filter({ hasText: '项目团队成员' });
    await team.getByText('客户责任人').waitFor();
    for (const words of ['流程', '项目价值', 'S5 投标准备', '本部发起方案型'])
      await page.locator('main').getByText(words, { exact: true }).first().waitFor();
    const inside = await team.locator('.scroll').evaluate((box) => box.scrollWidth <= box.clientWidth);
    expect(inside).toBe(true);
    expect(await violations(page)).toEqual([]);
  });

  it('calls the owner of a row by the whole name and the missing org by words', async () => {
    const page = await signedIn('zhou.hang');
    await page.context().request.post(`${stage.host.url}/host/language`, { data: { language: 'zh_CN' } });
    await open(page, '/lightning/o/Opportunity/list?filterName=MF_My_Gated');
    await page.locator('tbody tr').first().getByText('周航').waitFor();
    await page.route('**/graphql', (route) => route.abort());
    await open(page, `/lightning/r/Opportunity/${await stage.opportunity('滨江市政务云二期')}/view`);
    await page.locator('c-gate-panel').getByText('组织没有响应').waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it("returns a dragged card to its stage with the org's words when the gate refuses", async () => {
    const page = await signedIn('zhou.hang');
    const card = await board(page);
    const name = await nameOf(card);
    await card.dragTo(page.locator('section[data-stage="S6 Evaluation and Negotiation"]'));
    const toast = page.locator('lightning-toast').filter({ hasText: name });
    await toast.waitFor();
    expect(await toast.innerText()).toMatch(/密码应用方案评估意见|Assessment opinion on the cryptography/);
    expect(await columnOf(page.locator('li[data-id]').filter({ hasText: name }))).toBe('S5 Bid Preparation');
  });

  it('moves a card by keyboard through its menu and is refused just the same', async () => {
    const page = await signedIn('zhou.hang');
    const card = await board(page);
    const name = await nameOf(card);
    await card.getByRole('button').focus();
    await page.keyboard.press('Enter');
    const move = page.getByRole('menuitem', { name: /S6/ });
    await move.waitFor();
    await move.focus();
    await page.keyboard.press('Enter');
    await page.locator('lightning-toast').filter({ hasText: name }).waitFor();
    expect(await columnOf(page.locator('li[data-id]').filter({ hasText: name }))).toBe('S5 Bid Preparation');
  });

  it('saves the rows of a list that the org accepts and keeps the refused one with its reason', async () => {
    const page = await signedIn('zhou.hang');
    await page.context().request.post(`${stage.host.url}/host/language`, { data: { language: 'en_US' } });
    await open(page, '/lightning/o/Opportunity/list?filterName=MF_My_Gated');
    const refused = page.locator('tbody tr').filter({ hasText: '滨江市政务云二期' });
    const accepted = page.locator('tbody tr').filter({ hasText: '城商行数据中台' });
    await refused.getByRole('button', { name: 'Edit Stage' }).click({ force: true });
    await page.getByRole('combobox', { name: 'Stage' }).click();
    await page.getByRole('option', { name: /^S6/ }).click();
    await page.keyboard.press('Tab');
    await accepted.getByRole('button', { name: 'Edit Amount' }).click({ force: true });
    await page
      .getByRole('spinbutton', { name: /Amount/ })
      .or(page.getByRole('textbox', { name: /Amount/ }))
      .fill('9100000');
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.locator('lightning-toast').filter({ hasText: '1 row was saved' }).waitFor();
    await refused.getByText('has 1 errors').waitFor({ state: 'attached' });
    const id = await stage.opportunity('城商行数据中台');
    const saved = await stage.org.admin.sobject('Opportunity').retrieve(id);
    expect(saved['Amount']).toBe(9_100_000);
    const bid = await stage.org.admin.sobject('Opportunity').retrieve(await stage.opportunity('滨江市政务云二期'));
    expect(bid['StageName']).toBe('S5 Bid Preparation');
  });
});

describe('the host', () => {
  it('keeps the token to itself and serves no foreign host name or origin', async () => {
    const page = await fetch(`${stage.host.url}/lightning/page/home`);
    const html = await page.text();
    expect(html).not.toContain(stage.org.process.accessToken);
    expect(page.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict/);
    const foreign = await fetch(`${stage.host.url}/lightning/page/home`, {
      headers: { origin: 'http://evil.example' },
    });
    expect(foreign.status).toBe(403);
    const unsigned = await fetch(`${stage.host.url}/services/data/v66.0/sobjects`);
    expect(unsigned.status).toBe(401);
  });

  it('names a component that does not exist', async () => {
    const answer = await fetch(`${stage.host.url}/modules/c/noSuchThing.js`);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('c/noSuchThing');
  });

  it('says that the org is away or the session over, and comes back by itself', async () => {
    const page = await signedIn('zhou.hang');
    await open(page, '/lightning/o/Opportunity/list?filterName=MF_My_Gated');
    await page.locator('table tbody tr').first().waitFor();
    const banner = page.locator('host-connection-banner [role=alert]');
    await page.route('**/services/data/**', (route) => route.abort());
    await page.getByRole('searchbox').fill('滨江市政务云');
    await banner.waitFor();
    expect(await page.locator('table tbody tr').count()).toBeGreaterThan(0);
    expect(await violations(page)).toEqual([]);
    await page.unroute('**/services/data/**');
    await banner.waitFor({ state: 'detached' });
    await expect
      .poll(() => page.locator('table tbody tr').allInnerTexts(), { timeout: 60_000 })
      .toEqual([expect.stringContaining('滨江市政务云')]);
    await page.route('**/services/data/**', (route) =>
      route.fulfill({
        status: 401,
        json: [{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' }],
      }),
    );
    await page.getByRole('searchbox').fill('华东');
    await banner.waitFor();
    expect(await banner.innerText()).toMatch(/会话已结束|session has ended/);
    await page.unroute('**/services/data/**');
    await banner.getByRole('button').click();
    await page.locator('table tbody tr').first().waitFor();
  });
});
