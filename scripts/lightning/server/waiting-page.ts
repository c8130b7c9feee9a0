import type { IncomingMessage, ServerResponse } from 'node:http';
import { OrgRequestError } from '../org/connection.ts';
import { HttpError } from './http.ts';

/** Nobody answers at the org's address; pages tell this from every refusal of the org. */
export const ORG_AWAY = 503;

export function statusOf(cause: unknown): number {
  if (cause instanceof HttpError) return cause.status;
  if (cause instanceof OrgRequestError) return 502;
  return isUnreachable(cause) ? ORG_AWAY : 500;
}

/** `fetch` keeps the system's word in its cause, `node:http` does not. */
function isUnreachable(cause: unknown): boolean {
  const { code, cause: inner } = cause as { code?: string; cause?: unknown };
  if (['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'UND_ERR_SOCKET'].includes(code ?? '')) return true;
  return inner !== undefined && isUnreachable(inner);
}

export const isPage = (request: IncomingMessage): boolean => request.headers.accept?.includes('text/html') ?? false;

const WORDS = {
  en: { title: 'The org does not answer', hint: 'This page opens by itself as soon as it is back.' },
  zh: { title: '组织没有响应', hint: '组织恢复后，此页面会自动打开。' },
};

/** Instead of a page while the org is away: nothing of the page can be known then, not even its user's language. */
export function sendWaitingPage(request: IncomingMessage, response: ServerResponse): void {
  const language = request.headers['accept-language']?.startsWith('zh') ? 'zh' : 'en';
  const { title, hint } = WORDS[language];
  response.writeHead(ORG_AWAY, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
  response.end(`<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta http-equiv="refresh" content="3"><title>${title}</title>
<link rel="stylesheet" href="/host/frame.css"></head>
<body><main style="max-width: 32rem; margin: 20vh auto; text-align: center"><h1>${title}</h1><p>${hint}</p></main></body>
</html>
`);
}
