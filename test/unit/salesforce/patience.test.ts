import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Connection } from '@jsforce/jsforce-node';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { giveUpOnAbsentOrgs } from '../../../scripts/salesforce/patience.ts';

let asked = 0;
const server = createServer((request, response) => {
  asked += 1;
  if (asked === 1) request.socket.resetAndDestroy();
  else response.end('{}');
});

beforeAll(async () => {
  giveUpOnAbsentOrgs();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => server.close());

const ask = (port: number) =>
  new Connection({ instanceUrl: `http://127.0.0.1:${port}`, accessToken: 'x' }).request('/services/data');

it('asks again after a line that broke', async () => {
  await ask((server.address() as AddressInfo).port);
  expect(asked).toBe(2);
});

it('asks nobody who is not there again', async () => {
  const gone = createServer().listen(0, '127.0.0.1');
  await once(gone, 'listening');
  const { port } = gone.address() as AddressInfo;
  gone.close();
  await once(gone, 'close');
  // Left to itself, the client waits 15 seconds between its six attempts.
  await expect(ask(port)).rejects.toThrow(/fetch failed/);
});
