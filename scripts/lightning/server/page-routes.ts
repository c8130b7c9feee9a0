import { query } from '../org/connection.ts';
import type { Connection } from '../org/connection.ts';
import { assignedHomePage, assignedRecordPage } from '../org/assigned-page.ts';
import type { Deployed } from '../org/deployed.ts';
import { pageModel } from '../org/page-model.ts';
import { textOf, textsOf } from '../org/xml.ts';
import { HttpError } from './http.ts';
import type { HostSession } from './host-sessions.ts';

/** `GET /host/page/...`: what a page shows, from the metadata that is deployed now. */
export async function pageDefinition(
  admin: Connection,
  deployed: Deployed,
  session: HostSession,
  url: URL,
): Promise<unknown> {
  const [, , , kind, name] = url.pathname.split('/').map(decodeURIComponent);
  const question = {
    app: url.searchParams.get('app') ?? '',
    object: name ?? '',
    profile: await profileOf(admin, session.user.Id),
    recordType: url.searchParams.get('recordType') ?? undefined,
  };
  if (kind === 'record') {
    const page = await assignedRecordPage(admin, deployed, question);
    return { page: page === undefined ? null : pageModel(page) };
  }
  if (kind === 'home') {
    const page = assignedHomePage(deployed, question);
    return { page: page === undefined ? null : pageModel(page) };
  }
  if (kind === 'tab') return tabDefinition(deployed, name ?? '');
  if (kind === 'path') return pathDefinition(deployed, name ?? '', question.recordType);
  throw new HttpError(404, `No page of kind ${kind ?? ''}`);
}

const profiles = new Map<string, Promise<string>>();

function profileOf(admin: Connection, userId: string): Promise<string> {
  const key = `${admin.url} ${userId}`;
  let name = profiles.get(key);
  if (name === undefined) {
    const soql = `SELECT Profile.Name FROM User WHERE Id = '${userId}'`;
    name = query<{ Profile: { Name: string } | null }>(admin, soql).then(([user]) => user?.Profile?.Name ?? '');
    name.catch(() => profiles.delete(key));
    profiles.set(key, name);
  }
  return name;
}

function tabDefinition(deployed: Deployed, name: string): unknown {
  const tab = deployed.tabs.get(name);
  if (tab === undefined) throw new HttpError(404, `No tab ${name} is deployed`);
  if (tab.kind === 'component') return { page: null, component: tab.target, label: tab.label };
  const page = tab.kind === 'page' ? deployed.pages.get(tab.target) : undefined;
  if (page === undefined)
    throw new HttpError(501, `Tab ${name}: only Lightning page and Lightning component tabs are shown`);
  return { page: pageModel(page), label: tab.label };
}

/** The path that is active for the object and the record type; none deployed = the object's own picklist. */
function pathDefinition(deployed: Deployed, object: string, recordType: string | undefined): unknown {
  const paths = deployed.paths.filter(
    (one) => textOf(one, 'entityName') === object && textOf(one, 'active') === 'true',
  );
  const wanted = recordType ?? '__MASTER__';
  const path =
    paths.find((one) => textOf(one, 'recordTypeName') === wanted) ??
    paths.find((one) => textOf(one, 'recordTypeName') === '__MASTER__');
  if (path === undefined) return { field: null, steps: {} };
  const steps = path.children
    .filter(({ name }) => name === 'pathAssistantSteps')
    .map((step) => [
      textOf(step, 'picklistValueName') ?? '',
      { fields: textsOf(step, 'fieldNames'), guidance: textOf(step, 'info') ?? '' },
    ]);
  return { field: textOf(path, 'fieldName') ?? null, steps: Object.fromEntries(steps) as unknown };
}
