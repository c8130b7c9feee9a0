import type { Session } from '../org.ts';
import { metadataTypes } from './type-catalogue.ts';

/** The types that can be deployed here, as describeMetadata answers them. */
export function describeMetadata(session: Session): Record<string, unknown> {
  const metadataObjects = metadataTypes.map((type) => ({
    childXmlNames: Object.values(type.children ?? {}),
    directoryName: type.directoryName,
    inFolder: false,
    metaFile: type.metaFile ?? false,
    suffix: type.suffix,
    xmlName: type.xmlName,
  }));
  const isSandbox =
    session.org.store.db.prepare('SELECT "IsSandbox" AS flag FROM "Organization" LIMIT 1').get()?.['flag'] === 1;
  return { metadataObjects, organizationNamespace: '', partialSaveAllowed: isSandbox, testRequired: !isSandbox };
}
