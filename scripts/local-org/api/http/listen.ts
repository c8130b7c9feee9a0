import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { HttpLimits } from '../server.ts';
import { handleHttp, type HttpServices } from './handle-http.ts';

export interface Listener {
  readonly port: number;
  /** Lets running requests end, then closes every connection. */
  close(): Promise<void>;
}

/** Clients (jsforce, the sf CLI) keep connections for up to 100 s; closing earlier gives them ECONNRESET. */
const KEEP_ALIVE_MS = 125_000;
const GRACE_MS = 5_000;
/** Room for an address that is too long, so that it is refused as such, and for what stands beside it. */
const HEADER_BYTES = 64 * 1024;

const DEFAULT_LIMITS: HttpLimits = {
  headersMs: 20_000,
  /** A 150 MB upload over loopback takes seconds; a client that needs longer is stuck or hostile. */
  requestMs: 120_000,
  checkMs: 2_000,
  connections: 1_000,
};

export async function listen(
  services: HttpServices,
  port: number,
  limits: Partial<HttpLimits> = {},
): Promise<Listener> {
  const { headersMs, requestMs, checkMs, connections } = { ...DEFAULT_LIMITS, ...limits };
  const server = createServer(
    {
      maxHeaderSize: HEADER_BYTES,
      keepAliveTimeout: KEEP_ALIVE_MS,
      headersTimeout: headersMs,
      requestTimeout: requestMs,
      connectionsCheckingInterval: checkMs,
    },
    (request, response) => {
      handleHttp(services, request, response).catch((error: unknown) => {
        process.stderr.write(`${String(error)}\n`);
        response.destroy();
      });
    },
  );
  server.maxConnections = connections;
  server.on('clientError', refuseMalformed);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return { port: (server.address() as AddressInfo).port, close: () => closeGracefully(server) };
}

const STATUS: Readonly<Record<string, string>> = {
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
};

function refuseMalformed(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return;
  const status = STATUS[error.code ?? ''] ?? '400 Bad Request';
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

async function closeGracefully(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const force = setTimeout(() => server.closeAllConnections(), GRACE_MS);
  await closed;
  clearTimeout(force);
}
