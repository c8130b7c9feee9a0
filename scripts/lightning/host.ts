import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ModuleCache } from './build/module-cache.ts';
import { ProjectModules } from './build/project-modules.ts';
import { buildShell } from './build/shell-bundle.ts';
import { buildVendor } from './build/vendor.ts';
import type { Progress } from './build/vendor.ts';
import { HostSessions } from './server/host-sessions.ts';
import { handleRequest } from './server/handle-request.ts';
import { LiveReload } from './server/live-reload.ts';
import { MetadataCache } from './server/metadata-cache.ts';

export interface HostOptions {
  readonly orgUrl: string;
  /** The administrator's token; it stays in this process. */
  readonly accessToken: string;
  /** Folder of the project's source, `force-app/main`. */
  readonly sourceDir: string;
  /** 0 = any free port. Always bound to 127.0.0.1. */
  readonly port: number;
  /** Where the built bundles are kept. Default: `.midfield/lightning` in the working folder. */
  readonly cacheDir?: string;
  readonly onProgress?: Progress;
}

export interface RunningHost {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the project's Lightning pages against an org. */
export async function startHost(options: HostOptions): Promise<RunningHost> {
  const cacheDir = resolve(options.cacheDir ?? join(process.cwd(), '.midfield/lightning'));
  const sourceDir = resolve(options.sourceDir);
  mkdirSync(cacheDir, { recursive: true });
  const vendor = await buildVendor(cacheDir, options.onProgress);
  const shell = await buildShell(cacheDir, vendor);
  const administrator = { url: options.orgUrl.replace(/\/+$/, ''), accessToken: options.accessToken };
  const project = new ProjectModules(
    sourceDir,
    [...vendor.modules, ...shell.modules],
    new ModuleCache(join(cacheDir, 'modules'), [vendor.hash, shell.hash]),
  );
  const reload = new LiveReload();
  reload.watch(sourceDir, () => project.invalidate());
  const metadata = new MetadataCache(administrator, () => reload.announce());
  const sessions = new HostSessions(administrator);
  const server = createServer((request, response) => {
    const port = (server.address() as AddressInfo).port;
    void handleRequest({ administrator, vendor, shell, project, reload, metadata, sessions, port }, request, response);
  });
  await new Promise<void>((done, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', done);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      reload.close();
      server.closeAllConnections();
      return new Promise((done, reject) => server.close((error) => (error === undefined ? done() : reject(error))));
    },
  };
}
