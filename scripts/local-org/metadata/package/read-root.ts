import { NotSupportedError } from '../../errors.ts';
import type { MetadataTypeInfo } from '../type-catalogue.ts';
import type { Position, XmlElement } from '../xml/parse-xml.ts';
import { parseXml, XmlError } from '../xml/parse-xml.ts';
import { typeShape } from '../xml/type-schema.ts';
import type { Problem } from './draft.ts';

/** The type that describes a file. Settings files carry their own: `Opportunity.settings` holds `<OpportunitySettings>`. */
export const fileShape = (type: MetadataTypeInfo, fullName: string): string =>
  type.xmlName === 'Settings' ? `${fullName}Settings` : type.xmlName;

/** The root element when the file is XML of the right kind; otherwise the problem is noted. */
export function readRoot(
  type: MetadataTypeInfo,
  fullName: string,
  bytes: Buffer,
  problems: Problem[],
): XmlElement | undefined {
  const expected = fileShape(type, fullName);
  if (!typeShape(expected)) {
    problems.push({
      line: 1,
      column: 1,
      kind: 'Error',
      message: new NotSupportedError(`metadata type ${expected}`).message,
    });
    return undefined;
  }
  try {
    const element = parseXml(bytes.toString('utf8'));
    if (element.name === expected) return element;
    problems.push({
      ...position(element),
      kind: 'Error',
      message: `Expected the root element ${expected}, got ${element.name}`,
    });
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    problems.push({ ...position(error), kind: 'Error', message: `Error parsing file: ${error.message}` });
  }
  return undefined;
}

export const position = ({ line, column }: Position): Position => ({ line, column });
