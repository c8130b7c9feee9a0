export interface GraphqlResult {
  readonly data?: unknown;
  readonly errors?: readonly unknown[];
  readonly refresh?: () => Promise<void>;
}
