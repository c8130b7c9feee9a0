import { Lifecycle } from '@salesforce/core';

/** Salesforce's client warns of plain http wherever it meets it; on this machine's own loopback nobody listens in. */
export function isLoopbackWarning(words: string): boolean {
  return /^Using insecure protocol: http: on url: http:\/\/(127\.0\.0\.1|localhost)(:\d+)?$/.test(words);
}

/** For programs that are no `sf` command: hands the client's warnings on, but for that one. */
export function onClientWarning(tell: (words: string) => void): void {
  Lifecycle.getInstance().onWarning((words) => {
    if (!isLoopbackWarning(words)) tell(words);
    return Promise.resolve();
  });
}
