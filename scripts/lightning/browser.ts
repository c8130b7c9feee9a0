import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

/** Where browsers usually are, best first. `MIDFIELD_BROWSER` names another. */
const PLACES = [
  process.env['MIDFIELD_BROWSER'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The face of the pages and a face for Chinese: without them a screenshot shows boxes. */
const DEBIAN_PACKAGES = ['chromium', 'fonts-noto-cjk', 'fonts-roboto-unhinted'];

export const installedBrowser = (): string | undefined =>
  PLACES.find((place): place is string => place !== undefined && existsSync(place));

/** A Chromium that can be started, installed when the machine has none. */
export async function findBrowser(report: (line: string) => void = () => undefined): Promise<string> {
  const found = installedBrowser();
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    report('Installing Chromium and fonts with apt-get');
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    execFileSync('apt-get', ['update'], { stdio: 'ignore', env: environment });
    execFileSync('apt-get', ['install', '-y', '--no-install-recommends', ...DEBIAN_PACKAGES], {
      stdio: 'ignore',
      env: environment,
    });
    const installed = installedBrowser();
    if (installed !== undefined) return installed;
  }
  return packagedBrowser(report);
}

interface PackagedChromium {
  readonly default: { executablePath(): Promise<string> };
}

/** A Chromium from npm for people who may not install packages. It reads its libraries by this variable. */
async function packagedBrowser(report: (line: string) => void): Promise<string> {
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs22.x';
  const specifier = '@sparticuz/chromium';
  try {
    const packaged = (await import(specifier)) as PackagedChromium;
    return await packaged.default.executablePath();
  } catch (cause) {
    report('npm install @sparticuz/chromium brings one');
    throw new Error('No Chromium found. Install one (Debian: apt-get install chromium) or set MIDFIELD_BROWSER.', {
      cause,
    });
  }
}

/** Starts a browser of its own, without a window. */
export async function launchBrowser(report?: (line: string) => void): Promise<Browser> {
  const executablePath = await findBrowser(report);
  const scratch = await mkdtemp(join(tmpdir(), 'midfield-browser-'));
  return chromium.launch({
    executablePath,
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--force-color-profile=srgb'],
    env: { ...process.env, TMPDIR: scratch },
  });
}
