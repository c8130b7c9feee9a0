import { AuthInfo, Connection } from '@salesforce/core';

export interface Credentials {
  readonly instanceUrl: string;
  readonly accessToken: string;
  /** Name by which `--target-org` finds the org afterwards. */
  readonly alias: string;
}

/** Makes an org known to the `sf` CLI on this machine, as `sf org login access-token` does. Safe to repeat. */
export async function authorize(credentials: Credentials): Promise<Connection> {
  const { instanceUrl, accessToken, alias } = credentials;
  const authInfo = await AuthInfo.create({ accessTokenOptions: { accessToken, instanceUrl, loginUrl: instanceUrl } });
  await authInfo.save();
  await authInfo.handleAliasAndDefaultSettings({ alias, setDefault: false, setDefaultDevHub: false });
  return Connection.create({ authInfo });
}
