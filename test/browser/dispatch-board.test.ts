import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStage, type Stage } from '../support/persona-page.ts';
import { violations } from '../support/violations.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

async function open(person: string, tab: string): Promise<Page> {
  const page = await stage.openAs(person);
  await page.goto(`${stage.host.url}/lightning/n/${tab}`);
  return page;
}

const one = async (soql: string): Promise<Record<string, unknown>> =>
  (await stage.org.admin.query<Record<string, unknown>>(soql)).records[0] ?? {};
const orderOf = (name: string) =>
  one(
    `SELECT Status__c, Lead__r.Name, Override__c, Override_Reason__c, Override_Loss__c FROM MF_Dispatch__c WHERE Name = '${name}'`,
  );
const cardsOf = (page: Page) => page.locator('c-board-queue button.choose');
const cellsOf = (page: Page) => page.locator('c-board-timeline .space .row');
const nameOf = async (page: Page, card: number): Promise<string> =>
  (await cardsOf(page).nth(card).locator('.number').innerText()).trim();

describe('the dispatch board', () => {
  it('shows the queue by worth beside sixty people, of whom it draws those in sight, without a barrier', async () => {
    const page = await open('lin.shan', 'MF_Dispatch_Board');
    await cellsOf(page).first().waitFor();
    const worths = await page.locator('c-board-queue .worth').allInnerTexts();
    const figures = worths.map(Number).filter((worth) => !Number.isNaN(worth));
    expect(figures.length).toBeGreaterThan(10);
    expect(figures).toEqual(figures.toSorted((left, right) => right - left));
    expect(await cellsOf(page).count()).toBeLessThan(35);
    await cardsOf(page).first().click();
    await page.locator('c-board-order').waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('overrides the allocation by keyboard alone, with a reason and the worth it loses', async () => {
    const page = await open('lin.shan', 'MF_Dispatch_Board');
    await cellsOf(page).first().waitFor();
    const card = page.locator('c-board-queue .card').filter({ hasText: '已拟排' }).nth(1);
    const name = (await card.locator('.number').innerText()).trim();
    await card.locator('button').focus();
    await page.keyboard.press('Enter');
    await page.locator('c-board-timeline .badge.good').nth(1).waitFor();
    const rows = cellsOf(page);
    const person = (await rows.nth(2).locator('.person').innerText()).trim();
    await page.locator('c-board-timeline [tabindex="0"]').first().focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
    const dialog = page.getByRole('dialog');
    const reason = dialog.getByRole('textbox');
    await reason.waitFor();
    expect(await dialog.getByText('价值损失').isVisible()).toBe(true);
    await reason.fill('客户指定行业背景');
    await dialog.getByRole('button', { name: '提出建议' }).press('Enter');
    await dialog.waitFor({ state: 'detached' });
    expect(await orderOf(name)).toMatchObject({
      Status__c: 'Proposed',
      Lead__r: { Name: person },
      Override__c: true,
      Override_Reason__c: '客户指定行业背景',
      Override_Loss__c: expect.any(Number) as number,
    });
  });

  it('lets one of two dispatchers confirm and tells the other', async () => {
    const first = await open('lin.shan', 'MF_Dispatch_Board');
    const other = await first.context().newPage();
    await other.goto(first.url());
    const name = await nameOf(first, 0);
    for (const page of [first, other]) {
      await cardsOf(page).first().click();
      await page.locator('c-board-order').getByRole('button', { name: '确认' }).waitFor();
    }
    const confirm = (page: Page) => page.locator('c-board-order').getByRole('button', { name: '确认' }).click();
    await confirm(first);
    await first.getByText('已确认，工时已占用').waitFor();
    await confirm(other);
    await other.getByText(`${name} 已被他人更改`).waitFor();
    expect(await orderOf(name)).toMatchObject({ Status__c: 'Confirmed' });
    const booked = await one(
      `SELECT SUM(Hours__c) hours FROM MF_Booking__c WHERE Dispatch__r.Name = '${name}' AND Status__c = 'Confirmed'`,
    );
    expect(booked['hours']).toBeGreaterThan(0);
    await other.close();
  });

  it('asks for an allocation and says that it waits for a worker', async () => {
    const page = await open('lin.shan', 'MF_Dispatch_Board');
    await page.getByRole('button', { name: '发起分配' }).click();
    await page.getByText('等待执行程序').first().waitFor();
    expect(await one("SELECT Mode__c FROM MF_Allocation_Run__c WHERE Status__c = 'Requested'")).toMatchObject({
      Mode__c: 'worth',
    });
  });

  it('is closed to a seller, who sees every order in the queue and no deal but the own', async () => {
    const page = await open('zhou.hang', 'MF_Dispatch_Board');
    await page.getByText('本页供调度员使用').waitFor();
    await page.goto(`${stage.host.url}/lightning/n/MF_Dispatch_Queue`);
    const rows = page.locator('c-queue-public tbody tr');
    await rows.first().waitFor();
    const mine = page.locator('c-queue-public tr.mine');
    expect(await rows.count()).toBeGreaterThan(await mine.count());
    expect(await mine.count()).toBeGreaterThan(0);
    expect(await page.locator('c-queue-public tr:not(.mine) .deal').count()).toBe(0);
    expect(await violations(page)).toEqual([]);
  });

  it('draws the fairness of twenty runs with the library of the static resource, or as a table', async () => {
    const page = await open('lin.shan', 'MF_Fairness');
    await page.locator('c-fairness-chart canvas').nth(4).waitFor();
    expect(await page.locator('c-fairness-chart [role=img]').first().getAttribute('aria-label')).toMatch(
      /价值覆盖率 \d/,
    );
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: '以表格显示' }).click();
    expect(await page.locator('c-fairness-trend tbody tr').count()).toBeGreaterThan(15);
    expect(await violations(page)).toEqual([]);
  });
});
