import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStage, recordUrl, type Stage } from '../support/persona-page.ts';
import { violations } from '../support/violations.ts';

const CRYPTO = '密码应用方案评估意见';
const CRYPTO_EN = 'Assessment opinion on the cryptography application plan';

let stage: Stage;
let bid: string;

beforeAll(async () => {
  stage = await openStage();
  bid = await stage.opportunity('滨江市政务云二期');
});
afterAll(() => stage.close());

const panelOf = (page: Page) => page.locator('c-gate-panel');
const checkOf = (page: Page, title: string) => page.getByRole('article', { name: title });
const open = async (page: Page, id: string): Promise<void> => {
  await page.goto(recordUrl(stage, id));
  await panelOf(page).getByRole('meter').waitFor();
};

describe('the bid that lacks a single opinion', () => {
  it('shows the seller the score and the one item that blocks', async () => {
    const page = await stage.openAs('zhou.hang');
    await open(page, bid);
    expect(await panelOf(page).getByRole('meter').getAttribute('aria-valuenow')).toBe('87');
    const must = panelOf(page).getByRole('region', { name: '推进前必须完成' });
    expect(await must.getByRole('article').count()).toBe(1);
    expect(await must.getByRole('article').getAttribute('aria-label')).toBe(CRYPTO);
    expect(await panelOf(page).getByText('已完成 12/14 项').isVisible()).toBe(true);
  });

  it("refuses the seller's move in the org's words and keeps every gap in sight", async () => {
    const page = await stage.openAs('zhou.hang');
    await open(page, bid);
    await panelOf(page).getByRole('button', { name: '推进到：评标与谈判' }).click();
    const refusal = panelOf(page).getByRole('alert');
    await refusal.getByText('阶段未变更').waitFor();
    expect(await refusal.innerText()).toContain(CRYPTO);
    expect(await checkOf(page, CRYPTO).isVisible()).toBe(true);
    expect(await checkOf(page, '主要竞争对手的价格位置？').isVisible()).toBe(true);
    expect(await stageOf(bid)).toBe('S5 Bid Preparation');
  });

  it('lets the seller ask for a waiver by keyboard alone', async () => {
    const page = await stage.openAs('zhou.hang');
    await open(page, bid);
    const { keyboard } = page;
    await checkOf(page, CRYPTO).getByRole('button', { name: '的更多操作' }).focus();
    await keyboard.press('Enter');
    const item = page.getByRole('menuitem', { name: '申请豁免' });
    await item.waitFor();
    for (let step = 0; step < 5 && !(await item.evaluate((node) => node.matches(':focus'))); step += 1)
      await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    const reason = dialog.getByRole('textbox', { name: '为何不能等待此检查项' });
    await reason.waitFor();
    await tabTo(page, reason);
    await keyboard.type('密评机构下周出具意见，开标在即。');
    await tabTo(page, dialog.getByRole('combobox', { name: '批准人' }));
    await keyboard.type('建国');
    await page.getByRole('option').filter({ hasText: '建国' }).first().waitFor();
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await tabTo(page, dialog.getByRole('button', { name: '提交申请' }));
    await keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await checkOf(page, CRYPTO).getByText('已申请豁免').waitFor();
  });

  it('takes the consent of legal, in English and from Berlin, and the approval of the head', async () => {
    const legal = await stage.openAs('meng.yue');
    await open(legal, bid);
    await checkOf(legal, CRYPTO_EN).getByRole('button', { name: 'Give compliance consent' }).click();
    await checkOf(legal, CRYPTO_EN)
      .getByRole('button', { name: 'Give compliance consent' })
      .waitFor({ state: 'detached' });
    const head = await stage.openAs('gao.jianguo');
    await open(head, bid);
    await checkOf(head, CRYPTO).getByRole('button', { name: '批准' }).click();
    await checkOf(head, CRYPTO).getByText('豁免至').waitFor();
  });

  it('lets the seller move on, conditionally, and remembers every step', async () => {
    const page = await stage.openAs('zhou.hang');
    await open(page, bid);
    await panelOf(page).getByText('有条件通过：豁免有效期内').waitFor();
    await panelOf(page).getByRole('button', { name: '推进到：评标与谈判' }).press('Enter');
    await panelOf(page)
      .getByRole('button', { name: /推进到：合同/ })
      .waitFor();
    await panelOf(page).getByText('有条件通过：豁免有效期内').waitFor();
    const lines = page.locator('c-gate-history').getByRole('listitem');
    await lines.filter({ hasText: '推进' }).first().waitFor();
    const history = await page.locator('c-gate-history').innerText();
    for (const kind of ['类型或模型变更', '豁免']) expect(history).toContain(kind);
  });
});

describe('a deal taken to its next stage', () => {
  const NEEDS = '客户的业务需求是否已核实？';
  const DOUBLE = '查重：无其他团队跟进同一项目';
  const BUDGET = '客户预算区间是多少？';
  const focused = (target: Locator) =>
    expect.poll(() => target.evaluate((node) => node.matches(':focus')), { timeout: 60_000 }).toBe(true);
  const actionOf = (page: Page, title: string) =>
    checkOf(page, title).getByRole('button', { name: /^(回答|标记完成)$/ });
  const doneOf = (page: Page, title: string) => checkOf(page, title).getByRole('button', { name: '完成', exact: true });
  let second: string;

  it('is worked by keyboard alone: forms open at their field, Escape leaves them, and focus goes on', async () => {
    second = await stage.opportunity('上海态势感知平台 H001');
    const page = await stage.openAs('zhou.hang');
    await open(page, second);
    const { keyboard } = page;
    await panelOf(page).getByRole('button', { name: '推进到：商机立项' }).focus();
    await tabTo(page, actionOf(page, NEEDS));
    await keyboard.press('Enter');
    const yes = checkOf(page, NEEDS).getByRole('radio', { name: '是', exact: true });
    await focused(yes);
    await keyboard.press('Escape');
    await yes.waitFor({ state: 'detached' });
    await focused(actionOf(page, NEEDS));
    await keyboard.press('Enter');
    await focused(yes);
    await keyboard.press('Space');
    await tabTo(page, doneOf(page, NEEDS));
    await keyboard.press('Enter');
    await checkOf(page, NEEDS).waitFor({ state: 'detached' });
    await focused(actionOf(page, DOUBLE));
    await keyboard.press('Enter');
    await focused(checkOf(page, DOUBLE).getByRole('textbox'));
    await tabTo(page, doneOf(page, DOUBLE));
    await keyboard.press('Space');
    await checkOf(page, DOUBLE).waitFor({ state: 'detached' });
    await focused(actionOf(page, BUDGET));
  });

  it('moves once its questions are answered, its tasks done and its evidence linked', async () => {
    const page = await stage.openAs('zhou.hang');
    await open(page, second);
    await actionOf(page, BUDGET).click();
    await checkOf(page, BUDGET).getByRole('combobox').click();
    await checkOf(page, BUDGET).getByRole('option').first().click();
    await doneOf(page, BUDGET).click();
    await checkOf(page, BUDGET).waitFor({ state: 'detached' });
    for (const title of ['核对客户评分与分级', '完成首次拜访并留纪要']) {
      await actionOf(page, title).click();
      await checkOf(page, title).getByRole('textbox').fill('https://docs.example.com/首次拜访');
      await doneOf(page, title).click();
      await checkOf(page, title).waitFor({ state: 'detached' });
    }
    await panelOf(page).getByText('阶段关口已满足').waitFor();
    await panelOf(page).getByRole('button', { name: '推进到：商机立项' }).click();
    await panelOf(page).getByRole('button', { name: '推进到：需求引导' }).waitFor();
    expect(await stageOf(second)).toBe('S2 Opportunity Initiation');
  });
});

describe('a deal with open gaps', () => {
  const refusal = (page: Page) => page.getByText(/关口未满足/).first();
  const openList = async (page: Page, display = ''): Promise<void> => {
    await page.goto(`${stage.host.url}/lightning/o/Opportunity/list?filterName=MF_My_Gated${display}`);
  };

  it('is not moved by a drag on the board', async () => {
    const page = await stage.openAs('zhou.hang');
    const id = await stage.opportunity('华东电网态势感知平台');
    await openList(page, '&displayAs=board');
    const card = page.locator('li[draggable]').filter({ hasText: '华东电网态势感知平台' });
    await card.dragTo(page.locator('section[data-stage="S5 Bid Preparation"]'));
    await refusal(page).waitFor();
    expect(await stageOf(id)).toBe('S4 Solution Design and Proof');
  });

  it('is not moved by an edit in the list', async () => {
    const page = await stage.openAs('zhou.hang');
    const id = await stage.opportunity('城商行数据中台');
    await openList(page);
    const row = page.getByRole('row').filter({ hasText: '城商行数据中台' });
    await row.getByRole('button', { name: /Stage|阶段/ }).click();
    await page.getByRole('combobox').click();
    await page.getByRole('option', { name: /^S4/ }).click();
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await row.getByRole('button', { name: '有 1 个错误' }).click();
    await refusal(page).waitFor();
    expect(await stageOf(id)).toBe('S3 Needs Shaping');
  });
});

async function stageOf(id: string): Promise<string | undefined> {
  const soql = `SELECT StageName FROM Opportunity WHERE Id = '${id}'`;
  const { records } = await stage.org.admin.query<{ StageName: string }>(soql);
  return records[0]?.StageName;
}

async function tabTo(page: Page, target: ReturnType<Page['getByRole']>): Promise<void> {
  for (let step = 0; step < 25; step += 1) {
    if (await target.evaluate((node) => node.matches(':focus'))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Expected the tab key to reach the control');
}

describe('the page', () => {
  it.each(['zhou.hang', 'meng.yue'])('has no accessibility violation as %s sees it', async (person) => {
    const page = await stage.openAs(person);
    await open(page, bid);
    expect(await violations(page)).toEqual([]);
  });
});
