import type { XmlElement } from '../xml/parse-xml.ts';
import { childNamed, childrenNamed, textOf } from '../xml/parse-xml.ts';

export interface RetrieveRequest {
  readonly apiVersion: string;
  readonly singlePackage: boolean;
  readonly types: readonly { readonly name: string; readonly members: readonly string[] }[];
  /** Named packages cannot be retrieved; the local org has none. */
  readonly packageNames: readonly string[];
}

export function retrieveRequest(element: XmlElement | undefined): RetrieveRequest {
  const types = childrenNamed(childNamed(element, 'unpackaged'), 'types');
  return {
    apiVersion: textOf(element, 'apiVersion') ?? '66.0',
    singlePackage: textOf(element, 'singlePackage') === 'true',
    packageNames: childrenNamed(element, 'packageNames')
      .map((each) => each.text.trim())
      .filter(Boolean),
    types: types.map((each) => ({
      name: textOf(each, 'name') ?? '',
      members: childrenNamed(each, 'members').map((member) => member.text.trim()),
    })),
  };
}
