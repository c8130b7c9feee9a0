import { createRequire } from 'node:module';
import type { HttpRequestOptions } from '@jsforce/jsforce-node/lib/types/common.js';

/** Breaks that pass by themselves. */
const passing = ['ECONNRESET', 'ENETDOWN', 'ENETUNREACH', 'EHOSTDOWN', 'UND_ERR_SOCKET', 'ETIMEDOUT', 'EPIPE'];

interface Requests {
  setDefaults(options: HttpRequestOptions): void;
}

/**
 * Salesforce's client asks six times in 15 seconds, and that for every question, when a host refuses the connection or has no
 * name. Neither passes: a person waits half a minute to hear what was known at once. It goes on asking after other breaks.
 */
export function giveUpOnAbsentOrgs(): void {
  // Looked up from where Salesforce's core stands: another copy of the client would take the setting and not be used.
  const core = createRequire(import.meta.url).resolve('@salesforce/core');
  (createRequire(core)('@jsforce/jsforce-node/lib/request.js') as Requests).setDefaults({
    retry: { errorCodes: passing },
  });
}
