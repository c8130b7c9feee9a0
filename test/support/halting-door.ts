import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';

export interface HaltingDoor {
  readonly url: string;
  /** From now on: when that many more writes have been answered by the org, `then` is called before the client hears of it. */
  haltAfter(writes: number, then: () => void): void;
  close(): Promise<void>;
}

/** Stands before an org and passes everything on; it makes "killed half-way" mean after exactly so many writes. */
export async function openHaltingDoor(orgUrl: string): Promise<HaltingDoor> {
  let halt: { left: number; then: () => void } | undefined;
  const answered = (incoming: IncomingMessage) => {
    if (halt === undefined || !isWrite(incoming)) return;
    halt.left -= 1;
    if (halt.left > 0) return;
    const { then } = halt;
    halt = undefined;
    then();
  };
  const server = createServer((incoming, response) => {
    passOn(orgUrl, incoming, response, () => answered(incoming)).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    haltAfter: (writes, then) => (halt = { left: writes, then }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function isWrite({ method, url }: IncomingMessage): boolean {
  return method !== 'GET' && (url ?? '').includes('/composite/sobjects');
}

async function passOn(orgUrl: string, incoming: IncomingMessage, response: ServerResponse, answered: () => void) {
  const { host } = new URL(orgUrl);
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const outgoing = request(orgUrl + (incoming.url ?? '/'), {
      method: incoming.method,
      headers: { ...incoming.headers, host },
    });
    outgoing.once('response', resolve).once('error', reject);
    pipeline(incoming, outgoing).catch(reject);
  });
  answered();
  response.writeHead(answer.statusCode ?? 502, answer.headers);
  await pipeline(answer, response);
}
