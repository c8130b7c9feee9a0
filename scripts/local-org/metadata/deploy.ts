import { OrgError } from '../errors.ts';
import type { Session } from '../org.ts';
import type { Attempt } from './deploy/attempt.ts';
import { attempt } from './deploy/attempt.ts';
import type { DeployOptions } from './deploy/options.ts';
import { DeployReport } from './deploy/report.ts';
import { keepDeploy } from './deploy/keep.ts';
import type { DeployDetails, DeployResult, DeployStatus } from './deploy/result.ts';
import { draftKey, hasFailed } from './package/draft.ts';
import type { DeployPackage } from './package/open-package.ts';
import { openPackage } from './package/open-package.ts';
import { requireMetadataAccess } from './metadata-access.ts';

/** Deploys a zip: all of it, or what the options allow, in one transaction. The result is kept for checkDeployStatus. */
export async function deploy(session: Session, zip: Buffer, options: DeployOptions): Promise<DeployResult> {
  requireMetadataAccess(session);
  const startDate = new Date(session.org.now()).toISOString();
  const id = session.org.store.newId('0Af');
  const result = await deployOnce(session, zip, options, { id, startDate });
  keepDeploy(session, { result, options, zip: options.checkOnly && result.success ? zip : undefined });
  return result;
}

type Started = { readonly id: string; readonly startDate: string };

async function deployOnce(
  session: Session,
  zip: Buffer,
  options: DeployOptions,
  started: Started,
): Promise<DeployResult> {
  try {
    const pack = await openPackage(zip);
    const done = attempt(session, pack, options);
    return resultOf(session, options, started, { status: statusOf(done), ...summary(session, pack, done) });
  } catch (error) {
    if (!(error instanceof OrgError)) throw error;
    return resultOf(session, options, started, {
      status: 'Failed',
      details: emptyDetails,
      total: 0,
      errorMessage: error.message,
      errorStatusCode: error.code,
    });
  }
}

const noTests = { numFailures: 0, numTestsRun: 0, totalTime: 0 };
const emptyDetails: DeployDetails = { componentFailures: [], componentSuccesses: [], runTestResult: noTests };

const statusOf = ({ outcome }: Attempt): DeployStatus =>
  (({ succeeded: 'Succeeded', partial: 'SucceededPartial', failed: 'Failed' }) as const)[outcome];

interface Summary {
  readonly details: DeployDetails;
  readonly total: number;
  readonly errorMessage?: string;
  readonly errorStatusCode?: string;
}

function summary(session: Session, pack: DeployPackage, { drafts, deletions, next }: Attempt): Summary {
  const report = new DeployReport(session);
  report.addDrafts(drafts, next);
  for (const deletion of deletions)
    report.addDeletion(deletion, next.changes.get(draftKey(deletion.type, deletion.fullName)));
  report.addManifest(`${pack.root}package.xml`);
  const details = { componentFailures: report.failures, componentSuccesses: report.successes, runTestResult: noTests };
  const total = drafts.filter((draft) => draft.type !== '' || hasFailed(draft)).length + deletions.length;
  return { details, total };
}

function resultOf(
  session: Session,
  options: DeployOptions,
  started: Started,
  found: Summary & { status: DeployStatus },
): DeployResult {
  const { status, details, total, errorMessage, errorStatusCode } = found;
  const failed = new Set(details.componentFailures.map((each) => `${each.componentType}:${each.fullName}`)).size;
  const now = new Date(session.org.now()).toISOString();
  return {
    checkOnly: options.checkOnly,
    completedDate: now,
    createdBy: session.user.id,
    createdByName: session.user.name,
    createdDate: started.startDate,
    details,
    done: true,
    errorMessage,
    errorStatusCode,
    id: started.id,
    ignoreWarnings: options.ignoreWarnings,
    lastModifiedDate: now,
    numberComponentErrors: details.componentFailures.length,
    numberComponentsDeployed: Math.max(0, total - failed),
    numberComponentsTotal: total,
    numberTestErrors: 0,
    numberTestsCompleted: 0,
    numberTestsTotal: 0,
    rollbackOnError: options.rollbackOnError,
    runTestsEnabled:
      options.runTests.length > 0 || (options.testLevel !== undefined && options.testLevel !== 'NoTestRun'),
    startDate: started.startDate,
    status,
    success: status === 'Succeeded' || status === 'SucceededPartial',
  };
}
