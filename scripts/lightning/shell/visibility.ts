import { getFieldValue } from '../platform/data/record-values.ts';
import { hostValues } from './host-values.ts';
import type { PageContext, PageItem, PageModel, VisibilityRule } from './page-types.ts';

type Operator = (left: unknown, right: string) => boolean;

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value));

const compare =
  (holds: (order: number) => boolean): Operator =>
  (left, right) => {
    if (typeof left === 'number') return holds(left - Number(right));
    return left !== null && left !== undefined && holds(text(left).localeCompare(right));
  };

const OPERATORS: Readonly<Record<string, Operator>> = {
  EQUAL: (left, right) =>
    text(left).toLowerCase() === right.toLowerCase() || (typeof left === 'number' && left === Number(right)),
  NE: (left, right) => text(left).toLowerCase() !== right.toLowerCase(),
  CONTAINS: (left, right) => text(left).toLowerCase().includes(right.toLowerCase()),
  GT: compare((order) => order > 0),
  GE: compare((order) => order >= 0),
  LT: compare((order) => order < 0),
  LE: compare((order) => order <= 0),
};

const RECORD = /^\{!Record\.([\w.]+)\}$/;
const PERMISSION = /^\{!\$Permission\.CustomPermission\.(\w+)\}$/;

function leftValue(left: string, { record, objectApiName }: PageContext): unknown {
  const field = RECORD.exec(left)?.[1];
  if (field !== undefined) return getFieldValue(record, `${objectApiName ?? ''}.${field}`);
  const permission = PERMISSION.exec(left)?.[1];
  if (permission !== undefined) return hostValues.permissions.customPermission.includes(permission);
  if (left === '{!$Client.FormFactor}') return 'Large';
  throw new Error(`Component visibility by ${left} is not supported`);
}

/** Whether the page shows the component for this record and this user. */
export function isVisible(rule: VisibilityRule | undefined, context: PageContext): boolean {
  if (rule === undefined) return true;
  const results = rule.criteria.map(({ left, operator, right }) => {
    const holds = OPERATORS[operator];
    if (holds === undefined) throw new Error(`Component visibility operator ${operator} is not supported`);
    return holds(leftValue(left, context), right);
  });
  return rule.filter === undefined ? results.every(Boolean) : evaluateFilter(rule.filter, results);
}

/** `1 AND (2 OR 3)`: OR binds looser than AND, as the page builder writes it with parentheses. */
function evaluateFilter(filter: string, results: readonly boolean[]): boolean {
  const tokens = filter.toUpperCase().match(/\d+|AND|OR|NOT|[()]/g) ?? [];
  let at = 0;
  const primary = (): boolean => {
    const token = tokens[at++];
    if (token === 'NOT') return !primary();
    if (token !== '(') return results[Number(token) - 1] === true;
    const value = disjunction();
    at++;
    return value;
  };
  const conjunction = (): boolean => {
    let value = primary();
    while (tokens[at] === 'AND') {
      at++;
      value = primary() && value;
    }
    return value;
  };
  const disjunction = (): boolean => {
    let value = conjunction();
    while (tokens[at] === 'OR') {
      at++;
      value = conjunction() || value;
    }
    return value;
  };
  return disjunction();
}

/** Every field that the page's rules read. */
export function fieldsOfRules(page: PageModel): string[] {
  const found = new Set<string>();
  const walk = (items: readonly PageItem[]): void => {
    for (const item of items) {
      for (const { left } of item.visibility?.criteria ?? []) {
        const field = RECORD.exec(left)?.[1];
        if (field !== undefined) found.add(field);
      }
      Object.values(item.facets ?? {}).forEach(walk);
    }
  };
  page.regions.forEach(({ items }) => walk(items));
  return [...found];
}
