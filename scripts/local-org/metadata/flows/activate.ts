import { OrgError } from '../../errors.ts';
import { compileFlow } from '../../flow/compile-flow.ts';
import type { Session } from '../../org.ts';
import { withOtherFlows } from '../../schema/build.ts';
import { commitState } from '../deploy/commit.ts';
import { componentState } from '../deploy/state.ts';
import { draftKey } from '../package/draft.ts';
import { requireMetadataAccess } from '../metadata-access.ts';
import { flowHistory, standingContent, withActive } from './history.ts';

/**
 * Makes one version of a flow the active one; 0 deactivates the flow. This is what the Tooling API's
 * `FlowDefinition` does with `Metadata.activeVersionNumber`.
 */
export function activateFlowVersion(session: Session, developerName: string, number: number): void {
  requireMetadataAccess(session);
  const before = session.org.schema().component('Flow', developerName);
  const history = before && flowHistory(session, before.fullName);
  if (!before || !history)
    throw new OrgError('NOT_FOUND', `The flow ${developerName} does not exist`, { httpStatus: 404 });
  if (number !== 0 && !history.versions.some((version) => version.number === number)) {
    throw new OrgError(
      'INVALID_CROSS_REFERENCE_KEY',
      `The version number ${number} of the flow ${developerName} does not exist`,
    );
  }
  const next = withActive(history, number);
  const stamp = new Date(session.org.now()).toISOString();
  const component = {
    ...before,
    content: standingContent(next),
    lastModifiedDate: stamp,
    lastModifiedById: session.user.id,
  };
  const former = session.org.schema();
  try {
    session.org.store.transaction(() => {
      const components = componentState(former).set(draftKey('Flow', before.fullName), component);
      const schema = withOtherFlows(former, [...components.values()]);
      if (number !== 0) compileFlow(schema, component);
      const changes = new Map([[draftKey('Flow', before.fullName), { kind: 'changed' as const, component, before }]]);
      commitState(session, { components, changes, flows: new Map([[before.fullName, next]]) }, schema);
    });
  } catch (error) {
    if (session.org.schema() !== former) session.org.replaceSchema(former);
    throw error;
  }
}
