import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../scripts/lightning/browser.ts';
import { type RunningHost, startHost } from '../../scripts/lightning/host.ts';
import { type FurnishedOrg, openFurnishedOrg } from './furnished-org.ts';

export interface Stage {
  readonly org: FurnishedOrg;
  readonly host: RunningHost;
  readonly browser: Browser;
  /**
   * A page in a browser session of the person's own, signed in as a person of the demo company. It is the same one each time:
   * a new one would load and compile every module again. Who asks for it opens an address in it first.
   */
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
  const pages = new Map<string, Page>();
  return {
    org,
    host,
    browser,
    async openAs(person) {
      const known = pages.get(person);
      if (known !== undefined) {
        await known.unrouteAll();
        return known;
      }
      const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } });
      await context.request.get(`${host.url}/lightning/page/home`);
      const data = { username: org.usernameOf(person) };
      const answer = await context.request.post(`${host.url}/host/session`, { data });
      if (!answer.ok()) throw new Error(`Expected a session for ${person}, got ${await answer.text()}`);
      const page = await context.newPage();
      // A busy machine takes its time, and the first page of a host compiles what it shows.
      page.setDefaultTimeout(60_000);
      pages.set(person, page);
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
