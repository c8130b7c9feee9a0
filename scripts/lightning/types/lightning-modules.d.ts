declare module 'lightning/navigation' {
  import type { WireAdapterConstructor } from 'lwc';
  export interface PageReference {
    type: string;
    attributes: Record<string, string | undefined>;
    state?: Record<string, string | undefined>;
  }
  const Navigate: unique symbol;
  const GenerateUrl: unique symbol;
  interface Navigating {
    [Navigate](reference: PageReference, replace?: boolean): void;
    [GenerateUrl](reference: PageReference): Promise<string>;
  }
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a mixin takes a class of any constructor
  type ComponentClass = new (...args: any[]) => object;
  export const NavigationMixin: (<Base extends ComponentClass>(base: Base) => Base & (new () => Navigating)) & {
    readonly Navigate: typeof Navigate;
    readonly GenerateUrl: typeof GenerateUrl;
  };
  export const CurrentPageReference: WireAdapterConstructor<object, PageReference | undefined>;
  export const NavigationContext: WireAdapterConstructor<object, object>;
  export function navigate(context: object, reference: PageReference, options?: { replace?: boolean }): void;
  export function generateUrl(context: object, reference: PageReference): Promise<string>;
}

declare module 'lightning/platformShowToastEvent' {
  export const ShowToastEventName: 'lightning__showtoast';
  export interface ToastDetail {
    title: string;
    message?: string;
    messageData?: readonly (string | { url: string; label: string })[];
    variant?: 'info' | 'success' | 'warning' | 'error';
    mode?: 'dismissible' | 'dismissable' | 'pester' | 'sticky';
  }
  export class ShowToastEvent extends CustomEvent<ToastDetail> {
    constructor(detail: ToastDetail);
  }
}

declare module 'lightning/refresh' {
  export class RefreshEvent extends CustomEvent<undefined> {
    static readonly type: string;
    constructor();
  }
  type RefreshHandler = (status: Promise<unknown>) => Promise<unknown> | undefined;
  export const REFRESH_COMPLETE: string;
  export const REFRESH_COMPLETE_WITH_ERRORS: string;
  export const REFRESH_ERROR: string;
  export function registerRefreshHandler(element: EventTarget, handler: RefreshHandler): string;
  export function unregisterRefreshHandler(id: string): boolean;
  export function registerRefreshContainer(element: EventTarget, callback: RefreshHandler): string;
  export function unregisterRefreshContainer(id: string): boolean;
}

declare module 'lightning/messageService' {
  import type { WireAdapterConstructor } from 'lwc';
  export interface MessageChannel {
    readonly channel: string;
  }
  export interface MessageSubscription {
    readonly channel: string;
  }
  export const APPLICATION_SCOPE: symbol;
  export const MessageContext: WireAdapterConstructor<object, object>;
  export function createMessageContext(): object;
  export function releaseMessageContext(context: object): void;
  export function subscribe(
    context: object,
    channel: MessageChannel | string,
    listener: (message: unknown) => void,
    options?: { scope?: symbol },
  ): MessageSubscription;
  export function unsubscribe(subscription: MessageSubscription): void;
  export function publish(context: object, channel: MessageChannel | string, message: unknown): void;
}

declare module 'lightning/datatable' {
  import { LightningElement } from 'lwc';
  export default class LightningDatatable extends LightningElement {
    static customTypes: Record<string, unknown>;
  }
}

declare module 'lightning/toastContainer' {
  import { LightningElement } from 'lwc';
  export default class ToastContainer extends LightningElement {
    static instance(): ToastContainer;
    maxToasts: number;
    toastPosition: string;
    containerPosition: string;
  }
}
