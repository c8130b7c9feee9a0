/** Channels within one page. */
export interface MessageChannel {
  readonly channel: string;
}

export interface MessageSubscription {
  readonly channel: string;
  readonly listener: (message: unknown) => void;
}

interface Context {
  readonly id: number;
}

const subscriptions = new Set<MessageSubscription>();
let next = 0;

export const APPLICATION_SCOPE = Symbol('APPLICATION_SCOPE');

export const createMessageContext = (): Context => ({ id: ++next });

export const releaseMessageContext = (_context: Context): void => undefined;

/** `@wire(MessageContext) context;` */
export class MessageContext {
  readonly #emit: (context: Context) => void;

  constructor(emit: (context: Context) => void) {
    this.#emit = emit;
  }

  connect(): void {
    this.#emit(createMessageContext());
  }

  update(): void {
    return undefined;
  }

  disconnect(): void {
    return undefined;
  }
}

const nameOf = (channel: MessageChannel | string): string => (typeof channel === 'string' ? channel : channel.channel);

export function subscribe(
  _context: Context,
  channel: MessageChannel | string,
  listener: (message: unknown) => void,
): MessageSubscription {
  const subscription = { channel: nameOf(channel), listener };
  subscriptions.add(subscription);
  return subscription;
}

export function unsubscribe(subscription: MessageSubscription): void {
  subscriptions.delete(subscription);
}

export function publish(_context: Context, channel: MessageChannel | string, message: unknown): void {
  for (const subscription of subscriptions) {
    if (subscription.channel === nameOf(channel)) subscription.listener(message);
  }
}
