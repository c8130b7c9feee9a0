import { readMetadata } from './connection.ts';
import type { Connection } from './connection.ts';
import type { Deployed } from './deployed.ts';
import { childrenOf, textOf } from './xml.ts';
import type { XmlNode } from './xml.ts';

export interface PageQuestion {
  readonly app: string;
  readonly object: string;
  readonly profile: string;
  readonly recordType: string | undefined;
}

/**
 * The record page that an org would show: the app's assignment for profile and record type first, then the app's own,
 * then the object's org default, then a page that is the only one of its object.
 */
export async function assignedRecordPage(
  connection: Connection,
  deployed: Deployed,
  question: PageQuestion,
): Promise<XmlNode | undefined> {
  const name = appOverride(deployed, question) ?? (await objectOverride(connection, question.object));
  if (name !== undefined) return deployed.pages.get(name);
  const own = [...deployed.pages.values()].filter(
    (page) => textOf(page, 'type') === 'RecordPage' && textOf(page, 'sobjectType') === question.object,
  );
  return own.length === 1 ? own[0] : undefined;
}

export function assignedHomePage(deployed: Deployed, question: PageQuestion): XmlNode | undefined {
  const name = appOverride(deployed, { ...question, object: 'standard-home' });
  if (name !== undefined) return deployed.pages.get(name);
  const homes = [...deployed.pages.values()].filter((page) => textOf(page, 'type') === 'HomePage');
  return homes.length === 1 ? homes[0] : undefined;
}

function appOverride(deployed: Deployed, { app, object, profile, recordType }: PageQuestion): string | undefined {
  const overrides = deployed.apps.find(({ name }) => name === app)?.overrides ?? [];
  return overrides
    .filter((one) => one.object === object)
    .filter((one) => one.profile === undefined || one.profile === profile)
    .filter((one) => one.recordType === undefined || one.recordType === recordType)
    .sort((a, b) => weight(b) - weight(a))[0]?.page;
}

const weight = (one: { profile: string | undefined; recordType: string | undefined }): number =>
  (one.profile === undefined ? 0 : 1) + (one.recordType === undefined ? 0 : 2);

async function objectOverride(connection: Connection, object: string): Promise<string | undefined> {
  const [definition] = await readMetadata(connection, 'CustomObject', [object]);
  if (definition === undefined) return undefined;
  const view = childrenOf(definition, 'actionOverrides').find(
    (one) => textOf(one, 'actionName') === 'View' && textOf(one, 'type') === 'Flexipage',
  );
  return view === undefined ? undefined : textOf(view, 'content');
}
