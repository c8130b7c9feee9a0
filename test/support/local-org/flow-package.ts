import type { Connection } from 'jsforce';
import { file, manifest, zipOf } from '../../local-org/metadata/local-package.ts';

/** A flow as a tree: the tags of its file, lists for tags that stand more than once. */
export type FlowTree = Readonly<Record<string, unknown>>;

function xml(tag: string, value: unknown): string {
  if (Array.isArray(value)) return value.map((one) => xml(tag, one)).join('\n');
  if (typeof value !== 'object' || value === null) return `<${tag}>${escaped(String(value))}</${tag}>`;
  const inside = Object.entries(value).map(([name, part]) => xml(name, part));
  return `<${tag}>\n${inside.join('\n')}\n</${tag}>`;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export function flowFile(tree: FlowTree): string {
  const whole = { apiVersion: '66.0', label: 'A flow', processType: 'AutoLaunchedFlow', status: 'Active', ...tree };
  const inside = Object.entries(whole).map(([name, part]) => xml(name, placed(name, part)));
  return file('Flow', inside.join('\n'));
}

const NO_NODES: ReadonlySet<string> = new Set(['constants', 'formulas', 'textTemplates', 'variables', 'choices']);

/** Every node of a flow has a place on the canvas and a label, which tests do not care for. */
function placed(tag: string, part: unknown): unknown {
  if (Array.isArray(part)) return part.map((one) => placed(tag, one));
  if (typeof part !== 'object' || part === null || NO_NODES.has(tag)) return part;
  const label = (part as { name?: unknown }).name;
  return { ...(tag === 'start' ? {} : { label }), locationX: 0, locationY: 0, ...part };
}

export interface Problem {
  readonly fullName: string;
  readonly problem: string;
  readonly lineNumber: number;
  readonly columnNumber: number;
}

/** Deploys flows by name through the Metadata API, as any client does, and gives what was wrong with them. */
export async function deployFlows(
  connection: Connection,
  flows: Readonly<Record<string, FlowTree>>,
): Promise<Problem[]> {
  const names = Object.keys(flows);
  const zip = await zipOf({
    'package.xml': manifest([`Flow: ${names.join(', ')}`]),
    ...Object.fromEntries(names.map((name) => [`flows/${name}.flow`, flowFile(flows[name] ?? {})])),
  });
  const { details } = await connection.metadata
    .deploy(zip, { rollbackOnError: true, singlePackage: true })
    .complete(true);
  const failures = (details as { componentFailures?: Problem | Problem[] } | undefined)?.componentFailures ?? [];
  return Array.isArray(failures) ? failures : [failures];
}

/** Deploys flows that must be right. */
export async function installFlows(connection: Connection, flows: Readonly<Record<string, FlowTree>>): Promise<void> {
  const problems = await deployFlows(connection, flows);
  if (problems.length > 0)
    throw new Error(problems.map(({ fullName, problem }) => `${fullName}: ${problem}`).join('\n'));
}

export const to = (targetReference: string): object => ({ targetReference });
export const text = (stringValue: string): object => ({ stringValue });
export const number = (numberValue: number): object => ({ numberValue });
export const bool = (booleanValue: boolean): object => ({ booleanValue });
export const ref = (elementReference: string): object => ({ elementReference });
export const set = (field: string, value: object): object => ({ field, value });
export const when = (field: string, operator: string, value: object): object => ({ field, operator, value });
export const put = (assignToReference: string, operator: string, value: object): object => ({
  assignToReference,
  operator,
  value,
});

export const afterSave = (object: string, more: object): object => ({
  object,
  recordTriggerType: 'CreateAndUpdate',
  triggerType: 'RecordAfterSave',
  ...more,
});
