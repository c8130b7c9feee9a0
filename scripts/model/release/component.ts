import { createHash } from 'node:crypto';

export type Content = Readonly<Record<string, unknown>>;

/**
 * What a release is made of. Values and words of the sets that a playbook shares with the org are parts of their own: a
 * release owns its values, never the set.
 */
export const componentTypes = [
  'StageValue',
  'StageWord',
  'CustomField',
  'ValidationRule',
  'BusinessProcess',
  'RecordType',
  'PathAssistant',
  'ObjectWord',
] as const;
export type ComponentType = (typeof componentTypes)[number];

export interface ReleaseComponent {
  readonly type: ComponentType;
  /** As the Metadata API names it: `Opportunity.MF_Small_Amount`; of a value or word, the value. */
  readonly name: string;
  /** Only what the release decides; whatever else an org says of the component is the org's own. */
  readonly content: Content;
}

export function keyOf({ type, name }: Pick<ReleaseComponent, 'type' | 'name'>): string {
  return `${type} ${name}`;
}

/** The same for equal content, whatever the order of keys and whether numbers came as texts. */
export function hashOf(content: Content): string {
  return createHash('sha256')
    .update(JSON.stringify(canonical(content)))
    .digest('hex')
    .slice(0, 16);
}

/** Of an org's content, what `wanted` speaks of: the rest is no difference. */
export function partOf(content: Content, wanted: Content): Content {
  return Object.fromEntries(Object.keys(wanted).map((key) => [key, content[key]]));
}

/** `probability 10 → 20` for each key that differs; empty = the same. */
export function differences(found: Content, wanted: Content): string[] {
  return Object.keys(wanted).flatMap((key) => {
    const [before, after] = [canonical(found[key]), canonical(wanted[key])];
    if (JSON.stringify(before) === JSON.stringify(after)) return [];
    return [isShort(before) && isShort(after) ? `${key} ${shown(before)} → ${shown(after)}` : key];
  });
}

/** Texts instead of numbers and booleans, keys in order, a list of named members in the order of their names. */
function canonical(value: unknown): unknown {
  if (value === null || value === undefined || value === '') return null;
  if (Array.isArray(value)) return inOrder(value.map(canonical));
  if (typeof value === 'object') {
    const entries = Object.entries(value)
      .filter(([key, member]) => !key.startsWith('$') && member !== undefined && canonical(member) !== null)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(entries.map(([key, member]) => [key, canonical(member)]));
  }
  return String(value).replaceAll('\r\n', '\n').trim();
}

function inOrder(members: unknown[]): unknown {
  // A list of one comes from an org without its list.
  if (members.length <= 1) return members[0] ?? null;
  const named = members.every((member) => member !== null && typeof member === 'object');
  if (!named) return members;
  return members.map((member) => JSON.stringify(member)).sort();
}

const longest = 40;
const isShort = (value: unknown): boolean => value === null || (typeof value === 'string' && value.length <= longest);
const shown = (value: unknown): string => (value === null ? 'nothing' : String(value));
