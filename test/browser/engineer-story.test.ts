import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStage, recordUrl, type Stage } from '../support/persona-page.ts';
import { violations } from '../support/violations.ts';

const DAY = 86_400_000;

let stage: Stage;
let bid: string;

beforeAll(async () => {
  stage = await openStage();
  bid = await stage.opportunity('滨江市政务云二期');
});
afterAll(() => stage.close());

const tab = async (page: Page, name: string): Promise<void> => {
  await page.goto(`${stage.host.url}/lightning/n/${name}`);
};

async function choose(page: Page, box: Locator, option: string): Promise<void> {
  await box.click();
  await page.getByRole('option', { name: option }).first().click();
}

/** Takes the recorded hours of last week away from an engineer of the demo; gives the key to sign in as. */
async function unconfirmLastWeek(): Promise<string> {
  const today = Date.parse(new Date().toISOString().slice(0, 10));
  const monday = today - ((new Date(today).getUTCDay() + 6) % 7) * DAY;
  const [from, to] = [monday - 7 * DAY, monday - DAY].map((time) => new Date(time).toISOString().slice(0, 10));
  const soql = `SELECT Id, Resource__r.User__r.Username FROM MF_Effort__c WHERE Date__c >= ${from} AND Date__c <= ${to} AND Resource__r.User__c != null ORDER BY Resource__r.Name`;
  const { records } = await stage.org.admin.query<{ Id: string; Resource__r: { User__r: { Username: string } } }>(soql);
  const username = records[0]?.Resource__r.User__r.Username ?? '';
  const own = records.filter((row) => row.Resource__r.User__r.Username === username);
  const outcomes = await stage.org.admin.sobject('MF_Effort__c').destroy(own.map(({ Id }) => Id));
  expect(outcomes.every(({ success }) => success)).toBe(true);
  return username.split('@')[0] ?? '';
}

async function only<T>(soql: string): Promise<T> {
  const { records } = await stage.org.admin.query<T & object>(soql);
  expect(records).toHaveLength(1);
  return records[0] as T;
}

describe('a request for engineers', () => {
  it('keeps what the seller typed when the connection drops, and is submitted in three steps', async () => {
    const page = await stage.openAs('zhou.hang');
    await page.goto(recordUrl(stage, bid));
    const card = page.locator('c-dispatch-request');
    await card.getByRole('button', { name: '申请工程师' }).click();
    const dialog = page.getByRole('dialog');
    await choose(page, dialog.getByRole('combobox', { name: '用途' }), '投标');
    await dialog.getByRole('textbox', { name: '交付物' }).fill('政务云技术标');
    await page.context().setOffline(true);
    await dialog.getByRole('button', { name: '保存并继续' }).click();
    await dialog.getByText('已填写的内容保留在此浏览器中。').waitFor();
    await page.context().setOffline(false);
    await page.goto(recordUrl(stage, bid));
    await card.getByRole('button', { name: '申请工程师' }).click();
    await dialog.getByText('上次输入尚未保存').waitFor();
    expect(await dialog.getByRole('textbox', { name: '交付物' }).inputValue()).toBe('政务云技术标');
    await dialog.getByRole('button', { name: '保存并继续' }).click();

    await dialog.getByRole('button', { name: '添加技能' }).click();
    await choose(page, dialog.getByRole('group', { name: '技能 1' }).getByRole('combobox').first(), '政府');
    await dialog.getByRole('spinbutton', { name: '每人工时' }).fill('16');
    await choose(page, dialog.getByRole('combobox', { name: '首周' }), '20');
    await choose(page, dialog.getByRole('combobox', { name: '区域' }), '华东');
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('button', { name: '保存并继续' }).click();

    await dialog.getByRole('heading', { name: '当前价值' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('button', { name: '提交', exact: true }).click();
    const told = await card.getByRole('status').innerText();
    const [number] = /DO-\d{5}/.exec(told) ?? [''];
    const soql = `SELECT Status__c, Deliverable__c, Hours__c, Skill_Weight__c FROM MF_Dispatch__c WHERE Name = '${number}'`;
    expect(await only(soql)).toMatchObject({
      Status__c: 'Submitted',
      Deliverable__c: '政务云技术标',
      Hours__c: 16,
      Skill_Weight__c: 1,
    });
    expect(await violations(page)).toEqual([]);

    await card.getByRole('listitem').filter({ hasText: number }).getByRole('button', { name: '撤回' }).click();
    await card.getByRole('listitem').filter({ hasText: number }).getByText('已撤回').waitFor();
  });

  it('shows the seller what the reference deal cost in total, and no cost of people by stage', async () => {
    const page = await stage.openAs('zhou.hang');
    await page.goto(recordUrl(stage, await stage.opportunity('调度数据网改造')));
    const card = page.locator('c-cost-card');
    await card.getByText('您看到的是合计。').waitFor();
    const shown = await card.innerText();
    for (const figure of ['¥79,120', '¥61,120', '¥18,000', '160 小时，20 人天', '占毛利的 0.883%'])
      expect(shown).toContain(figure);
    expect(await card.getByRole('columnheader', { name: '人力' }).count()).toBe(0);
  });
});

describe('the week of an engineer', () => {
  it('is confirmed by one button, whole, and is not asked for again', async () => {
    const engineer = await unconfirmLastWeek();
    const page = await stage.openAs(engineer);
    await tab(page, 'MF_My_Week');
    const overdue = page.getByRole('region', { name: '请先确认以下各周工时' });
    const sheet = overdue.locator('c-my-week-hours').last();
    await sheet.waitFor();
    expect(await violations(page)).toEqual([]);
    await sheet.getByRole('spinbutton').first().focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('3.25');
    await sheet.getByRole('button', { name: '确认本周工时' }).click();
    await overdue.waitFor({ state: 'detached' });
    const own = `Resource__r.User__r.Username LIKE '${engineer}@%'`;
    const count = async (soql: string) => (await stage.org.admin.query(soql)).totalSize;
    expect(await count(`SELECT Id FROM MF_Effort__c WHERE Hours__c = 3.25 AND ${own}`)).toBe(1);
    const confirmed = `SELECT Id FROM MF_Booking__c WHERE Hours_Confirmed_On__c != null AND Resource_Week__r.${own}`;
    expect(await count(confirmed)).toBeGreaterThan(0);
  });

  it('takes an answer, and a reason for a refusal', async () => {
    const page = await stage.openAs('chen.li');
    await tab(page, 'MF_My_Week');
    const request = page.locator('c-my-week-answer').first();
    await request.getByRole('button', { name: '拒绝' }).click();
    await request.getByRole('textbox', { name: '拒绝理由' }).fill('当周休假');
    expect(await violations(page)).toEqual([]);
    await request.getByRole('button', { name: '发送' }).click();
    await request.waitFor({ state: 'detached' });
    const booking = "SELECT Answer__c FROM MF_Booking__c WHERE Decline_Reason__c = '当周休假'";
    expect(await only(booking)).toMatchObject({ Answer__c: 'Declined' });
  });
});

describe('the matrix of skills', () => {
  it('is walked and graded by keyboard alone, and shows the level that the org works out', async () => {
    const page = await stage.openAs('lin.shan');
    await tab(page, 'MF_Skills_Matrix');
    const grid = page.getByRole('grid');
    await grid.focus();
    expect(await violations(page)).toEqual([]);
    const { keyboard } = page;
    await keyboard.press('Control+End');
    const cell = grid.locator('.active');
    await cell.waitFor();
    const rows = Number(await grid.getAttribute('aria-rowcount'));
    expect(await cell.getAttribute('data-row')).toBe(String(rows - 2));
    await keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    for (const name of ['自评', '经理评定', '凭证评定'])
      await choose(page, dialog.getByRole('combobox', { name }), 'L4');
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('button', { name: '保存' }).click();
    await grid.locator('.active.level4').waitFor();
  });

  it('counts have, need and gap by unit', async () => {
    const page = await stage.openAs('lin.shan');
    await tab(page, 'MF_Skills_Matrix');
    await page.getByText('单元热力图').click();
    const heat = page.getByRole('region', { name: '单元热力图' });
    await heat.getByRole('columnheader', { name: '缺口' }).waitFor();
    expect(await violations(page)).toEqual([]);
  });
});
