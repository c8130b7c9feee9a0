import { nameFieldOf } from './name-field.ts';
import { objectInfo } from './object-info-cache.ts';
import { runGraphQL } from './graphql-client.ts';

export interface FoundRecord {
  readonly id: string;
  readonly name: string;
}

const LIMIT = 25;

interface Connection {
  readonly edges: readonly {
    readonly node: { readonly Id: string } & Readonly<Record<string, { readonly value: unknown } | string>>;
  }[];
}

async function ask(
  object: string,
  where: string,
  variables: Readonly<Record<string, unknown>>,
  types: string,
): Promise<FoundRecord[]> {
  const name = nameFieldOf((await objectInfo(object)).nameFields) ?? 'Id';
  const text = `query find(${types}) { uiapi { query { ${object}(first: ${LIMIT}, where: ${where.replaceAll('NAME', name)}, orderBy: { ${name}: { order: ASC } }) { edges { node { Id ${name === 'Id' ? '' : `${name} { value }`} } } } } } }`;
  const { data, errors } = await runGraphQL({ query: { text }, variables });
  if (errors !== undefined && errors.length > 0) throw new Error(errors.map(({ message }) => message).join(' '));
  const connection = (data as { uiapi: { query: Record<string, Connection> } }).uiapi.query[object];
  return (connection?.edges ?? []).map(({ node }) => {
    const value = node[name];
    return { id: node.Id, name: typeof value === 'object' ? String(value.value ?? '') : node.Id };
  });
}

/** Records whose name holds the text. */
export const searchRecords = (object: string, text: string): Promise<FoundRecord[]> =>
  ask(
    object,
    '{ NAME: { like: $text } }',
    { text: `%${text.replaceAll(/[%_\\]/g, String.raw`\$&`)}%` },
    '$text: String',
  );

export const nameOfRecord = async (object: string, id: string): Promise<string> =>
  (await ask(object, '{ Id: { eq: $id } }', { id }, '$id: ID'))[0]?.name ?? id;
