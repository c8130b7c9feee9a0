import { OrgError } from '../../errors.ts';
import type { Session } from '../../org.ts';
import { deploy } from '../deploy.ts';
import type { KeptDeploy } from './keep.ts';
import type { DeployOptions } from './options.ts';
import type { DeployResult } from './result.ts';

function kept(session: Session, id: string): KeptDeploy {
  const found = session.org.store.documents('deploy').get(id) as KeptDeploy | undefined;
  if (found) return found;
  throw new OrgError('INVALID_ID_FIELD', `INVALID_CROSS_REFERENCE_KEY: No deploy with the id ${id}`, {
    httpStatus: 404,
  });
}

/** A deploy is done when it is answered, so the first poll finds the result. */
export function checkDeployStatus(session: Session, id: string, includeDetails: boolean): DeployResult {
  const { result } = kept(session, id);
  return includeDetails ? result : { ...result, details: undefined };
}

export function optionsOfDeploy(session: Session, id: string): DeployOptions {
  return kept(session, id).options;
}

export function cancelDeploy(session: Session, id: string): { done: boolean; id: string } {
  const { result } = kept(session, id);
  throw new OrgError('INVALID_ID_FIELD', `Deployment ${result.id} is already finished and cannot be canceled`, {
    httpStatus: 400,
  });
}

/** Deploys for real what a successful validation checked. Answers the id of the new deploy. */
export async function deployRecentValidation(session: Session, validationId: string): Promise<string> {
  const { result, zip, options } = kept(session, validationId);
  if (!result.checkOnly || result.status !== 'Succeeded' || !zip) {
    const message = `The deployment ${validationId} is no validation that succeeded and can be deployed`;
    throw new OrgError('INVALID_ID_FIELD', message, { httpStatus: 400 });
  }
  return (await deploy(session, Buffer.from(zip), { ...options, checkOnly: false })).id;
}
