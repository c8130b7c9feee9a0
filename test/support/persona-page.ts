import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../scripts/lightning/browser.ts';
import { type RunningHost, startHost } from '../../scripts/lightning/host.ts';
import { type FurnishedOrg, openFurnishedOrg } from './furnished-org.ts';

export interface Stage {
  readonly org: FurnishedOrg;
  readonly host: RunningHost;
  readonly browser: Browser;
  /** A browser session of its own, signed in as a person of the demo company. */
  openAs(person: string): Promise<Page>;
  opportunity(name: string): Promise<string>;
  close(): Promise<void>;
}

/** The furnished org, the page host and a browser; everything of this process and on free ports. */
export async function openStage(): Promise<Stage> {
  const org = await openFurnishedOrg();
  const { url: orgUrl, accessToken } = org.process;
  const host = await startHost({ orgUrl, accessToken, sourceDir: 'force-app/main', port: 0 });
  const browser = await launchBrowser();
  return {
    org,
    host,
    browser,
    async openAs(person) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } });
      await context.request.get(`${host.url}/lightning/page/home`);
      const data = { username: org.usernameOf(person) };
      const answer = await context.request.post(`${host.url}/host/session`, { data });
      if (!answer.ok()) throw new Error(`Expected a session for ${person}, got ${await answer.text()}`);
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      // The first page of a host compiles what it shows, which a busy machine takes its time for.
      page.setDefaultNavigationTimeout(60_000);
      return page;
    },
    async opportunity(name) {
      const soql = `SELECT Id FROM Opportunity WHERE Name LIKE '${name}%'`;
      const { records } = await org.admin.query<{ Id: string }>(soql);
      const [found] = records;
      if (found === undefined) throw new Error(`Expected an opportunity named ${name}`);
      return found.Id;
    },
    async close() {
      await browser.close();
      await host.close();
      await org.close();
    },
  };
}

export const recordUrl = (stage: Stage, id: string): string => `${stage.host.url}/lightning/r/Opportunity/${id}/view`;
