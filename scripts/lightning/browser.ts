import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

/** Chromium without the windows around a page, which cost as much to open as the page: it halves the time of the tests. */
const HEADLESS_SHELL = '/usr/bin/chromium-headless-shell';

/** Where browsers usually are, best first. The variable `MIDFIELD_BROWSER` names another. */
const PLACES = [
  HEADLESS_SHELL,
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
const FONTS = ['fonts-noto-cjk', 'fonts-roboto-unhinted'];
/** Not every distribution has the first. */
const DEBIAN_BROWSERS = ['chromium-headless-shell', 'chromium'];

const installedBrowser = (): string | undefined => PLACES.find((place) => existsSync(place));

/** A Chromium that can be started, installed when the machine has none. Two at once get into each other's way. */
export async function findBrowser(report: (line: string) => void = () => undefined): Promise<string> {
  const named = process.env['MIDFIELD_BROWSER'];
  if (named !== undefined) return named;
  const found = installedBrowser();
  // A machine of the CI is nobody's: it gets the faster one even beside another.
  if (found !== undefined && (found === HEADLESS_SHELL || process.env['CI'] === undefined)) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) await installFromDebian(report);
  return installedBrowser() ?? packagedBrowser(report);
}

async function installFromDebian(report: (line: string) => void): Promise<void> {
  report('Installing Chromium and fonts with apt-get');
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args: string[]): Promise<boolean> =>
    new Promise((done) => {
      const child = spawn('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], { stdio: 'ignore', env: environment });
      child.on('error', () => done(false));
      child.on('close', (code) => done(code === 0));
    });
  await apt('update');
  for (const name of DEBIAN_BROWSERS) if (await apt('install', '-y', '--no-install-recommends', name, ...FONTS)) return;
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
