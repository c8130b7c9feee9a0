import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSession } from '../../../scripts/local-org/access/open-session.ts';
import { deploy } from '../../../scripts/local-org/metadata/deploy.ts';
import { deployOptions } from '../../../scripts/local-org/metadata/deploy/options.ts';
import type { DeployResult } from '../../../scripts/local-org/metadata/deploy/result.ts';
import { writeZip } from '../../../scripts/local-org/metadata/package/write-zip.ts';
import { openOrg } from '../../../scripts/local-org/open-org.ts';
import type { Org, Session } from '../../../scripts/local-org/org.ts';

const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

/** Wraps the inside of a metadata file in its root tag. */
export const file = (tag: string, inside: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${tag} ${NAMESPACE}>\n${inside}\n</${tag}>\n`;

/** `CustomObject: Visit__c, Task__c` per line. */
export function manifest(lines: readonly string[]): string {
  const types = lines.map((line) => {
    const [name, members = ''] = line.split(': ');
    return `<types>${members
      .split(', ')
      .map((member) => `<members>${member}</members>`)
      .join('')}<name>${name}</name></types>`;
  });
  return file('Package', `${types.join('')}<version>66.0</version>`);
}

export const zipOf = (files: Readonly<Record<string, string>>): Promise<Buffer> =>
  writeZip(new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)])));

/** A new org in a folder of its own, as its administrator. */
export class TestOrg {
  readonly dir = mkdtempSync(join(tmpdir(), 'local-org-'));
  org: Org;

  constructor() {
    this.org = this.#open();
  }

  #open(): Org {
    return openOrg({ dir: this.dir, now: () => Date.parse('2026-03-02T08:00:00Z') });
  }

  get session(): Session {
    const row = this.org.store.db.prepare('SELECT "Id" AS id FROM "User" LIMIT 1').get();
    return openSession(this.org, String(row?.['id']));
  }

  /** Files by path; the manifest in the notation of `manifest`. */
  async deploy(
    lines: readonly string[],
    files: Readonly<Record<string, string>>,
    options: Record<string, unknown> = {},
  ): Promise<DeployResult> {
    const zip = await zipOf({ 'package.xml': manifest(lines), ...files });
    return deploy(this.session, zip, deployOptions(options));
  }

  restart(): void {
    this.org.store.close();
    this.org = this.#open();
  }

  close(): void {
    this.org.store.close();
    rmSync(this.dir, { recursive: true, force: true });
  }
}

/** `CustomField Visit__c.X__c (3:5) message` of every failure. */
export const failures = (result: DeployResult): string[] =>
  (result.details?.componentFailures ?? []).map((each) => `${each.componentType} ${each.fullName}: ${each.problem}`);
