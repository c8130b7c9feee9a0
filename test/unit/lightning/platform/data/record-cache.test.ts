import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

type Answer = { status: number; body: unknown };

const asked: string[] = [];
let answer: (path: string) => Answer;

vi.stubGlobal('lightningHost', { apiVersion: '66.0', user: { LanguageLocaleKey: 'en_US' } });
vi.stubGlobal('location', new URL('http://127.0.0.1/'));
const { watchRecord } = await import('../../../../../scripts/lightning/platform/data/record-cache.ts');

const record = (id: string, ...fields: string[]) => ({
  id,
  apiName: 'Deal',
  fields: Object.fromEntries(fields.map((field) => [field, { value: field, displayValue: null }])),
});
const request = (id: string, ...fields: string[]) => ({
  id,
  fields: fields.map((field) => `Deal.${field}`),
  optionalFields: [],
  layoutTypes: [],
  modes: [],
});
/** Lets what is due happen, the answer of the org included. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

beforeEach(() => {
  asked.length = 0;
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url);
    await settle();
    const { status, body } = answer(url);
    return new Response(JSON.stringify(body), { status });
  });
});
afterEach(() => {
  vi.stubGlobal('fetch', undefined);
});

describe('a record that several components watch', () => {
  it('is asked for once while the answer is on its way, and again for a field that was not asked for', async () => {
    answer = () => ({ status: 200, body: record('a1', 'Name', 'Amount') });
    const seen: unknown[] = [];
    watchRecord(request('a1', 'Name'), (data) => seen.push(data));
    await Promise.resolve();
    watchRecord(request('a1', 'Name'), (data) => seen.push(data));
    await Promise.resolve();
    watchRecord(request('a1', 'Amount'), (data) => seen.push(data));
    await vi.waitFor(() => expect(seen.length).toBeGreaterThanOrEqual(3));
    expect(asked).toHaveLength(2);
    expect(asked.map((url) => /fields=([^&]+)/.exec(url)?.[1])).toEqual(['Deal.Name', 'Deal.Amount']);
  });

  it('tells each of them when the org refuses', async () => {
    answer = () => ({ status: 403, body: [{ errorCode: 'INSUFFICIENT_ACCESS', message: 'No access.' }] });
    const errors: unknown[] = [];
    watchRecord(request('b1', 'Name'), (_data, error) => errors.push(error));
    await Promise.resolve();
    watchRecord(request('b1', 'Name'), (_data, error) => errors.push(error));
    await vi.waitFor(() => expect(errors).toHaveLength(2));
    expect(errors).toEqual([expect.objectContaining({ status: 403 }), expect.objectContaining({ status: 403 })]);
  });
});
