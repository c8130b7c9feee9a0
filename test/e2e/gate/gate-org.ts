import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Connection } from 'jsforce';
import { startTestOrg, type TestOrg } from '../../support/local-org.ts';
import { deployFiles, source } from './deploy-files.ts';
import { people, type Catalogue } from './furnish-gate-org.ts';
import { copyOfGateOrg } from './gate-org-snapshot.ts';

const DAY = 86_400_000;
const NS = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

export interface Person {
  readonly id: string;
  readonly connection: Connection;
}

export interface GateOrg {
  readonly test: TestOrg;
  readonly admin: Connection;
  /** Runs his own deals with the seller's permission set and nothing else. */
  readonly seller: Person;
  /** Creates, edits and deletes everything there is and writes every field that can be written. */
  readonly broad: Person;
  readonly legal: Person;
  readonly head: Person;
  readonly dispatcher: Person;
  readonly bypasser: Person;
  /** Writes for other systems: as broad, and with the worker's permission set. */
  readonly integration: Person;
  moveClock(days: number): void;
  today(offset?: number): string;
  switchFlows(on: boolean): Promise<void>;
  deploy(files: Record<string, string>): Promise<void>;
  /** Switches off the rules of a move, as if a writer skipped them. */
  deployWithoutRules(): Promise<void>;
  close(): Promise<void>;
}

/** A local org with the package, published playbooks and the people of the story. */
export async function openGateOrg({ catalogue = 'fixture' }: { catalogue?: Catalogue } = {}): Promise<GateOrg> {
  /** A Monday at noon in Shanghai, so that ten working days are fourteen days. */
  let now = Date.parse('2026-03-02T04:00:00Z');
  const clock = () => now;
  const test = await startTestOrg({ dir: await copyOfGateOrg(catalogue, clock), now: clock });
  const admin = test.connection;
  const { records } = await admin.query<{ Id: string; Username: string }>('SELECT Id, Username FROM User');
  const person = async (name: keyof typeof people): Promise<Person> => {
    const username = `${name}@gate.test`;
    const id = records.find((user) => user.Username === username)!.Id;
    return { id, connection: await test.connectAs(username) };
  };
  const deploy = (files: Record<string, string>) => deployFiles(admin, files);
  return {
    test,
    admin,
    seller: await person('seller'),
    broad: await person('broad'),
    legal: await person('legal'),
    head: await person('head'),
    dispatcher: await person('dispatcher'),
    bypasser: await person('bypasser'),
    integration: await person('integration'),
    moveClock: (days) => (now += days * DAY),
    today: (offset = 0) => new Date(now + offset * DAY).toISOString().slice(0, 10),
    switchFlows: (on) => switchFlows(admin, on),
    deploy,
    deployWithoutRules: () => deploy({ 'objects/Opportunity.object': inactiveRules() }),
    close: () => test.close(),
  };
}

/** As an administrator does it: each definition's active version is set to none, or back to the latest. */
async function switchFlows(admin: Connection, on: boolean): Promise<void> {
  const { records } = await admin.tooling.query<{ Id: string; LatestVersion: { VersionNumber: number } }>(
    'SELECT Id, LatestVersion.VersionNumber FROM FlowDefinition',
  );
  for (const { Id, LatestVersion } of records) {
    const body = { Metadata: { activeVersionNumber: on ? LatestVersion.VersionNumber : 0 } };
    await admin.request({
      method: 'PATCH',
      url: `/services/data/v66.0/tooling/sobjects/FlowDefinition/${Id}`,
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json' },
    });
  }
}

function inactiveRules(): string {
  const folder = join(source, 'deal/objects/Opportunity/validationRules');
  const rules = readdirSync(folder)
    .filter((name) => name.startsWith('MF_Move_'))
    .map((name) => {
      const [, body = ''] =
        /<ValidationRule [^>]*>([\s\S]*)<\/ValidationRule>/.exec(readFileSync(join(folder, name), 'utf8')) ?? [];
      return `<validationRules>${body.replace('<active>true', '<active>false')}</validationRules>`;
    });
  return `<?xml version="1.0" encoding="UTF-8"?><CustomObject ${NS}>${rules.join('')}</CustomObject>`;
}

/** The scope record with some values replaced, as a deployable file. */
export function scopeFile(values: { Required_From__c?: string; Record_Types__c?: string }): Record<string, string> {
  const text = readFileSync(join(source, 'deal/customMetadata/MF_Scope.Default.md-meta.xml'), 'utf8');
  const filled = Object.entries(values).reduce(
    (xml, [field, value]) =>
      xml.replace(
        new RegExp(`(<field>${field}</field>\\s*)<value [^>]*>`),
        `$1<value xsi:type="xsd:${field === 'Required_From__c' ? 'date' : 'string'}">${value}</value>`,
      ),
    text,
  );
  return { 'customMetadata/MF_Scope.Default.md': filled };
}
