/**
 * From navigation to the first gaps of a gate on a warm host, against a page of the same host that shows one base card. Run it
 * alone: `npm run bench -- gate-panel`. The median of nine visits each, taken in turns so that both meet the same machine.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from 'jsforce';
import type { Page } from 'playwright-core';
import { startHost } from '../../scripts/lightning/host.ts';
import { openStage } from '../support/persona-page.ts';
import { zipOf } from '../support/zip-of.ts';

const VISITS = 9;
const NS = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const bundle = {
  'cardOnly.html':
    '<template><lightning-card title="One card"><p class="slds-p-around_small">Here</p></lightning-card></template>',
  'cardOnly.js': "import { LightningElement } from 'lwc';\nexport default class CardOnly extends LightningElement {}\n",
  'cardOnly.js-meta.xml': `<?xml version="1.0" encoding="UTF-8"?><LightningComponentBundle ${NS}><apiVersion>66.0</apiVersion><isExposed>true</isExposed><targets><target>lightning__Tab</target></targets></LightningComponentBundle>`,
};

async function deployCard(admin: Connection): Promise<void> {
  const types = (name: string, member: string) => `<types><members>${member}</members><name>${name}</name></types>`;
  const zip = await zipOf({
    'package.xml': `<?xml version="1.0" encoding="UTF-8"?><Package ${NS}>${types('LightningComponentBundle', 'cardOnly')}${types('CustomTab', 'Card_Only')}<version>66.0</version></Package>`,
    ...Object.fromEntries(Object.entries(bundle).map(([name, text]) => [`lwc/cardOnly/${name}`, text])),
    'tabs/Card_Only.tab': `<?xml version="1.0" encoding="UTF-8"?><CustomTab ${NS}><label>Card only</label><lwcComponent>cardOnly</lwcComponent><motif>Custom1: Heart</motif></CustomTab>`,
  });
  const deploy = admin.metadata.deploy(zip.toString('base64'), { rollbackOnError: true, singlePackage: true });
  const result = await deploy.complete(true);
  if (!result.success) throw new Error(JSON.stringify(result.details?.componentFailures ?? result));
}

/** The project's source with the one card beside it, for a host of its own. */
function sourceWithCard(): string {
  const source = mkdtempSync(join(tmpdir(), 'gate-panel-'));
  cpSync('force-app/main', source, { recursive: true });
  const folder = join(source, 'app/lwc/cardOnly');
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(bundle)) writeFileSync(join(folder, name), text);
  return source;
}

async function visit(page: Page, url: string, selector: string): Promise<number> {
  const start = performance.now();
  await page.goto(url, { waitUntil: 'commit' });
  await page.locator(selector).first().waitFor();
  return performance.now() - start;
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const stage = await openStage();
const source = sourceWithCard();
try {
  await deployCard(stage.org.admin);
  const { url: orgUrl, accessToken } = stage.org.process;
  const host = await startHost({ orgUrl, accessToken, sourceDir: source, port: 0 });
  const page = await stage.browser.newPage();
  const id = await stage.opportunity('滨江市政务云二期');
  const panel = [`${host.url}/lightning/r/Opportunity/${id}/view`, 'c-gate-check h3'] as const;
  const card = [`${host.url}/lightning/n/Card_Only`, 'c-card-only p'] as const;
  const times: { panel: number[]; card: number[] } = { panel: [], card: [] };
  for (let turn = -2; turn < VISITS; turn += 1) {
    const [first, second] = [await visit(page, ...panel), await visit(page, ...card)];
    if (turn >= 0) times.panel.push(first);
    if (turn >= 0) times.card.push(second);
  }
  await host.close();
  const [x, y] = [median(times.panel), median(times.card)];
  const ratio = x / y;
  process.stdout.write(
    `gate panel: ${x.toFixed(0)} ms against ${y.toFixed(0)} ms, ratio ${ratio.toFixed(2)} (bound 2)\n`,
  );
  if (ratio > 2) process.exitCode = 1;
} finally {
  await stage.close();
  rmSync(source, { recursive: true, force: true });
}
