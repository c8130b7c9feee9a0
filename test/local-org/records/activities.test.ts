import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestOrg, type TestOrg } from '../../support/local-org.ts';

let test: TestOrg;
let ids: Record<'account' | 'contact' | 'lead' | 'deal', string>;
beforeAll(async () => {
  test = await startTestOrg({ now: () => Date.parse('2026-03-02T08:00:00Z') });
  const account = await create('Account', { Name: 'Client' });
  ids = {
    account,
    contact: await create('Contact', { LastName: 'Fang', AccountId: account }),
    lead: await create('Lead', { LastName: 'Sun', Company: 'Sun' }),
    deal: await create('Opportunity', {
      Name: 'Deal',
      StageName: 'Prospecting',
      CloseDate: '2026-09-01',
      AccountId: account,
    }),
  };
});
afterAll(() => test.close());

const create = async (object: string, row: object): Promise<string> => {
  const { id } = await test.connection.sobject(object).create(row);
  return id as string;
};
const stored = async (object: string, row: object) =>
  test.connection.sobject(object).retrieve(await create(object, row));

describe('a task', () => {
  it('knows its account by what it is about, or else by whom', async () => {
    const about = async (row: object): Promise<unknown> =>
      (await stored('Task', { Subject: 'Call', ...row }))['AccountId'];
    expect(await about({ WhatId: ids.deal })).toBe(ids.account);
    expect(await about({ WhatId: ids.account })).toBe(ids.account);
    expect(await about({ WhoId: ids.contact })).toBe(ids.account);
    expect(await about({ WhoId: ids.lead })).toBeNull();
  });

  it('is closed and urgent by its status and priority', async () => {
    expect(await stored('Task', { Subject: 'Open' })).toMatchObject({
      Status: 'Not Started',
      Priority: 'Normal',
      IsClosed: false,
      IsHighPriority: false,
      CompletedDateTime: null,
    });
    expect(await stored('Task', { Subject: 'Done', Status: 'Completed', Priority: 'High' })).toMatchObject({
      IsClosed: true,
      IsHighPriority: true,
      CompletedDateTime: '2026-03-02T08:00:00.000+0000',
    });
  });

  it('takes in its links only what they are for', async () => {
    const task = (row: object) => create('Task', { Subject: 'x', ...row });
    await expect(task({ WhoId: ids.deal })).rejects.toMatchObject({ errorCode: 'MALFORMED_ID' });
    await expect(task({ WhatId: ids.contact })).rejects.toMatchObject({ errorCode: 'MALFORMED_ID' });
    await expect(task({ WhoId: ids.lead, WhatId: ids.deal })).rejects.toMatchObject({
      errorCode: 'FIELD_INTEGRITY_EXCEPTION',
    });
  });

  it('is queried by the type of what it is about', async () => {
    await create('Task', { Subject: 'Typed', WhatId: ids.deal, WhoId: ids.contact });
    const { records } = await test.connection.query<Record<string, unknown>>(
      "SELECT What.Type, Who.Type, What.Name FROM Task WHERE What.Type = 'Opportunity' AND Subject = 'Typed'",
    );
    expect(records).toMatchObject([{ What: { Type: 'Opportunity', Name: 'Deal' }, Who: { Type: 'Contact' } }]);
  });
});

describe('an event', () => {
  it('works out its end, its length and its day', async () => {
    const start = '2026-05-01T23:30:00Z';
    expect(await stored('Event', { Subject: 'Demo', StartDateTime: start, DurationInMinutes: 90 })).toMatchObject({
      ActivityDateTime: '2026-05-01T23:30:00.000+0000',
      EndDateTime: '2026-05-02T01:00:00.000+0000',
      // The administrator sits in Shanghai.
      ActivityDate: '2026-05-02',
    });
    const id = await create('Event', { Subject: 'Demo', ActivityDateTime: start, EndDateTime: '2026-05-02T00:00:00Z' });
    const events = test.connection.sobject('Event');
    expect(await events.retrieve(id)).toMatchObject({
      DurationInMinutes: 30,
      StartDateTime: '2026-05-01T23:30:00.000+0000',
    });
    await events.update({ Id: id, StartDateTime: '2026-05-01T22:30:00Z' });
    expect(await events.retrieve(id)).toMatchObject({ EndDateTime: '2026-05-01T23:00:00.000+0000' });
  });

  it('needs a start and a length', async () => {
    await expect(create('Event', { Subject: 'x' })).rejects.toMatchObject({
      errorCode: 'REQUIRED_FIELD_MISSING',
      message: 'Required fields are missing: [DurationInMinutes, ActivityDateTime]',
    });
  });
});
