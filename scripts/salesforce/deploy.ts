import type { Connection } from '@salesforce/core';
import type { ComponentSet } from '@salesforce/source-deploy-retrieve';
import type { DeployOptions, DeployOutcome } from './org-port.ts';

const longestDeploySeconds = 3_600;

/** Polls in a row that may meet no org before it counts as gone; the client's own 1,000 are a quarter of an hour. */
process.env['SF_METADATA_POLL_ERROR_RETRY_LIMIT'] ??= '30';

/** Deploys (or only checks) a component set, all or nothing, with the platform's own client. */
export async function deployComponents(
  connection: Connection,
  components: ComponentSet,
  options: DeployOptions,
): Promise<DeployOutcome> {
  const operation = await components.deploy({
    usernameOrConnection: connection,
    apiOptions: { checkOnly: options.checkOnly, rollbackOnError: true, singlePackage: true },
  });
  operation.onUpdate((status) => options.onProgress?.(status.numberComponentsDeployed, status.numberComponentsTotal));
  const { response } = await operation.pollStatus(pollingInterval(connection), longestDeploySeconds);
  const failures = [response.details?.componentFailures ?? []].flat();
  const successes = [response.details?.componentSuccesses ?? []].flat();
  return {
    id: response.id,
    success: response.success,
    components: response.numberComponentsTotal,
    changed: successes.filter((row) => isTrue(row.changed) && !isManifest(row.fullName)).length,
    failures: failures.map((row) => {
      const line = row.lineNumber ? ` (line ${row.lineNumber})` : '';
      return `${row.componentType} ${row.fullName}${line}: ${row.problem}`;
    }),
  };
}

/** An org lists the manifest of each deploy among the components, always as changed; nobody counts it as one. */
function isManifest(fullName: string): boolean {
  return fullName === 'package.xml';
}

function isTrue(value: boolean | string | undefined): boolean {
  return value === true || value === 'true';
}

/** Milliseconds. An org on this machine answers at once; a real one is asked no more than each second. */
function pollingInterval(connection: Connection): number {
  return new URL(connection.instanceUrl).hostname === '127.0.0.1' ? 100 : 1_000;
}
