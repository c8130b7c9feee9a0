import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Connection } from 'jsforce';
import { afterEach, describe, expect, it } from 'vitest';
import { startServer } from '../../scripts/local-org/api/start-server.ts';
import type { RunningOrg } from '../../scripts/local-org/api/server.ts';

const opened: { org: RunningOrg; dir: string }[] = [];

async function company(country?: string): Promise<Connection> {
  const dir = await mkdtemp(join(tmpdir(), 'company-'));
  const org = await startServer({ dir, port: 0, country });
  opened.push({ org, dir });
  return new Connection({ instanceUrl: org.url, accessToken: org.accessToken, version: '66.0' });
}

afterEach(async () => {
  for (const { org, dir } of opened.splice(0)) {
    await org.close();
    await rm(dir, { recursive: true });
  }
});

async function nameOf(org: Connection, FirstName: string | undefined, LastName: string): Promise<unknown> {
  const { id } = await org.sobject('Contact').create({ FirstName, LastName });
  const record = await org.sobject('Contact').retrieve(id ?? '');
  const { records } = await org.query(`SELECT Name FROM Contact WHERE Id = '${id}' AND Name = '${record.Name}'`);
  expect(records).toHaveLength(1);
  return record.Name;
}

describe('the country of a new org', () => {
  it('decides its locale, currency and time zone', async () => {
    const chinese = await company('CN');
    const { records } = await chinese.query(
      'SELECT DefaultLocaleSidKey, DefaultCurrencyIsoCode, TimeZoneSidKey, LanguageLocaleKey FROM Organization',
    );
    expect(records[0]).toMatchObject({
      DefaultLocaleSidKey: 'zh_CN',
      DefaultCurrencyIsoCode: 'CNY',
      TimeZoneSidKey: 'Asia/Shanghai',
      LanguageLocaleKey: 'en_US',
    });
    const amount = await chinese.sobject('Opportunity').create({
      Name: 'Deal',
      StageName: 'Prospecting',
      CloseDate: '2026-12-31',
      Amount: 1_200_000,
    });
    const shown = await chinese.query(`SELECT FORMAT(Amount) shown FROM Opportunity WHERE Id = '${amount.id}'`);
    expect(shown.records[0]).toMatchObject({ shown: '¥1,200,000.00' });
  });

  it('puts the family name first where that is the custom, without a space in East Asian script', async () => {
    const chinese = await company('cn');
    expect(await nameOf(chinese, '航', '周')).toBe('周航');
    expect(await nameOf(chinese, 'Ada', 'Lovelace')).toBe('Lovelace Ada');
    expect(await nameOf(chinese, undefined, '周')).toBe('周');
  });

  it('puts the given name first elsewhere', async () => {
    const german = await company('DE');
    expect(await nameOf(german, 'Ada', 'Lovelace')).toBe('Ada Lovelace');
    expect(await nameOf(german, '航', '周')).toBe('航 周');
  });

  it('names the running user alike in a query, in userinfo and in a formula', async () => {
    const chinese = await company('CN');
    const { user_id: me } = await chinese.identity();
    await chinese.sobject('User').update({ Id: me, FirstName: '航', LastName: '周' });
    const { records } = await chinese.query(`SELECT Name FROM User WHERE Id = '${me}'`);
    const info = await chinese.request<{ name: string }>('/services/oauth2/userinfo');
    expect([records[0]?.Name, info.name]).toEqual(['周航', '周航']);
  });

  it('is refused when nothing is known of it', async () => {
    await expect(company('XX')).rejects.toThrow('Expected a country out of');
  });
});
