/** One mistake in one component: what is deployed and what the org says to it. */
export interface Wrong {
  readonly mistake: string;
  readonly members: readonly string[];
  readonly files: Readonly<Record<string, string>>;
  readonly says: string;
}
