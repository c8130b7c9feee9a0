import LANG from '@salesforce/i18n/lang';

type Leaf = { readonly value: string | number | boolean | null; readonly label?: string | null } | null | undefined;
export type Node = { readonly Id: string } & Readonly<Record<string, unknown>>;

/** A GraphQL answer's rows of one object. */
export function rowsOf(data: unknown, object: string): Node[] {
  const query = (data as { uiapi?: { query?: Record<string, { edges?: readonly { node: Node }[] }> } } | undefined)
    ?.uiapi?.query;
  return (query?.[object]?.edges ?? []).map((edge) => edge.node);
}

/** The value at a path of fields and parents, null where any step is blank. */
export function valueAt(node: unknown, ...path: string[]): string | number | boolean | null {
  const found = path.reduce<unknown>(
    (at, name) => (at as Record<string, unknown> | null | undefined)?.[name],
    node,
  ) as Leaf;
  return found?.value ?? null;
}

/** The picklist's word in the user's language. */
export function labelAt(node: unknown, field: string): string {
  const leaf = (node as Record<string, Leaf>)[field];
  return String(leaf?.label ?? leaf?.value ?? '');
}

/** Chinese or English of a pair of fields, by the user's language; the other one where the wanted is blank. */
export function inLanguage(node: unknown, english: string[], chinese: string[]): string {
  const [en, zh] = [valueAt(node, ...english), valueAt(node, ...chinese)];
  return String((LANG.startsWith('zh') ? (zh ?? en) : (en ?? zh)) ?? '');
}
