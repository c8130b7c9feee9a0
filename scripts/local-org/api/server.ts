/** How long a client may take and how many there may be; tests shorten them. */
export interface HttpLimits {
  /** From the connection to the end of the headers. */
  readonly headersMs: number;
  /** From the connection to the end of the body. */
  readonly requestMs: number;
  /** How often the two are looked at. */
  readonly checkMs: number;
  readonly connections: number;
}

/** The local org's HTTP server. Started by the commands, by tests on port 0, and by `npm run org`. */
export interface ServerOptions {
  /** Folder that holds the org's state; created when missing. */
  readonly dir: string;
  /** 0 = any free port. Always bound to 127.0.0.1. */
  readonly port: number;
  /** Milliseconds since 1970; tests move it. Default: the machine's clock. */
  readonly now?: () => number;
  /** ISO code of the company's country for a new org. Default: none, which is English with US dollars. */
  readonly country?: string;
  readonly limits?: Partial<HttpLimits>;
  /** API requests of 24 hours. Default: those of Enterprise edition, 100,000. */
  readonly dailyRequests?: number;
}

export interface RunningOrg {
  readonly url: string;
  /** Token of the built-in administrator, `00D…!…`. */
  readonly accessToken: string;
  readonly username: string;
  /** `66.0` */
  readonly apiVersion: string;
  close(): Promise<void>;
}

export type StartServer = (options: ServerOptions) => Promise<RunningOrg>;
