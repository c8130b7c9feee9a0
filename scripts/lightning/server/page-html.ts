import { randomBytes } from 'node:crypto';
import type { PageState } from './page-state.ts';

export interface PageParts {
  readonly state: PageState;
  readonly vendorHash: string;
  readonly shellHash: string;
  readonly vendorModules: readonly string[];
  readonly shellModules: readonly string[];
  readonly components: Readonly<Record<string, unknown>>;
  readonly projectVersion: string;
  /** Components that the page will show, by name. */
  readonly expected: readonly string[];
  /** Modules that the page will import, by specifier. */
  readonly preloads: readonly string[];
  /** Answers of the org that the page will ask for first, by address. */
  readonly answers: readonly string[];
}

/** Text inside a script element must not end it. */
const embed = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

function importMap(parts: PageParts): Record<string, string> {
  const vendor = `/vendor/${parts.vendorHash}`;
  const shell = `/shell/${parts.shellHash}`;
  return {
    lwc: `${vendor}/lwc.js`,
    ...Object.fromEntries(parts.vendorModules.map((name) => [name, `${vendor}/${name}.js`])),
    ...Object.fromEntries(parts.shellModules.map((name) => [name, `${shell}/${name}.js`])),
    'host/app': `${shell}/host/app.js`,
    ...Object.fromEntries(
      Object.keys(parts.components).map((name) => [`c/${name}`, `/modules/c/${name}.js?v=${parts.projectVersion}`]),
    ),
  };
}

export function pageHtml(parts: PageParts): { html: string; headers: Record<string, string> } {
  const nonce = randomBytes(16).toString('base64');
  const vendor = `/vendor/${parts.vendorHash}`;
  const shell = `/shell/${parts.shellHash}`;
  const imports = importMap(parts);
  const preloads = parts.preloads.flatMap((specifier) => imports[specifier] ?? []);
  const language = parts.state.user.LanguageLocaleKey.replaceAll('_', '-');
  const html = `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Lightning</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${vendor}/slds/styles/slds.css">
<link rel="stylesheet" href="/host/frame.css">
<script type="importmap" nonce="${nonce}">${embed({ imports })}</script>
<link rel="modulepreload" href="${vendor}/lwc.js">
<link rel="modulepreload" href="${vendor}/base.js">
<link rel="modulepreload" href="${shell}/shell.js">
${preloads.map((url) => `<link rel="modulepreload" href="${url}">`).join('\n')}
${parts.answers.map((url) => `<link rel="preload" as="fetch" crossorigin href="${url.replaceAll('&', '&amp;')}">`).join('\n')}
<script nonce="${nonce}">globalThis.lightningHost = ${embed({ ...parts.state, components: parts.components, expected: parts.expected })};</script>
<script type="module" src="${vendor}/synthetic-shadow.js"></script>
<script type="module" src="/host/start.js"></script>
</head>
<body class="slds-scope"></body>
</html>
`;
  return {
    html,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy':
        `default-src 'self'; script-src 'self' 'nonce-${nonce}'; style-src 'self' 'unsafe-inline'; ` +
        "img-src 'self' data: https:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
    },
  };
}

export const START_SCRIPT = `import { createElement } from 'lwc';
import App from 'host/app';
document.body.append(createElement('host-app', { is: App }));
// The page's components start while the org is asked about the page; what fails here fails again where it is shown.
for (const name of globalThis.lightningHost.expected) import('c/' + name).catch(() => undefined);
`;
