import { LightningElement } from 'lwc';
import { refreshAll } from '../../platform/data/changes.ts';
import type { ConnectionState } from '../../platform/data/connection-state.ts';
import { onConnection } from '../../platform/data/connection-state.ts';
import { orgFetch } from '../../platform/data/org-fetch.ts';
import { word } from '../words.ts';

const RETRY_MS = 3000;

/** Says that the org does not answer or that the sign-in is over, and brings the page back by itself when it can. */
export default class ConnectionBanner extends LightningElement {
  state: ConnectionState = 'held';
  timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    onConnection((state) => this.receive(state));
  }

  receive(state: ConnectionState): void {
    const recovered = this.state === 'lost' && state === 'held';
    this.state = state;
    clearTimeout(this.timer);
    if (state === 'lost') this.timer = setTimeout(() => void this.retry(), RETRY_MS);
    if (recovered) void refreshAll();
  }

  async retry(): Promise<void> {
    clearTimeout(this.timer);
    // The answer, whichever it is, is reported by the call itself.
    await orgFetch('/limits').catch(() => undefined);
    if (this.state === 'lost') this.timer = setTimeout(() => void this.retry(), RETRY_MS);
  }

  handleAction(): void {
    if (this.state === 'expired') location.reload();
    else void this.retry();
  }

  get shown(): boolean {
    return this.state !== 'held';
  }
  get message(): string {
    return word(this.state === 'expired' ? 'sessionExpired' : 'connectionLost');
  }
  get action(): string {
    return word(this.state === 'expired' ? 'signInAgain' : 'tryAgain');
  }
}
