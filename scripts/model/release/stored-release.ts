import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { componentTypes, hashOf, keyOf, type ReleaseComponent } from './component.ts';

/** What a release leaves behind: enough to write it again and to see who has changed it since. */
export const StoredRelease = z.object({
  /** `M1|1.0` of each playbook version that is published by it. */
  playbooks: z.array(z.string()),
  components: z.array(
    z.object({ type: z.enum(componentTypes), name: z.string(), content: z.record(z.string(), z.unknown()) }),
  ),
});
export type StoredRelease = z.infer<typeof StoredRelease>;

/** Long texts of the platform hold at most so many characters. */
export const LONGEST_CONTENT = 131_072;

export function packRelease(release: StoredRelease): string {
  return gzipSync(JSON.stringify(release)).toString('base64');
}

/** Undefined when the text is none of ours: somebody has edited it. */
export function unpackRelease(text: string): StoredRelease | undefined {
  try {
    return StoredRelease.parse(JSON.parse(gunzipSync(Buffer.from(text, 'base64')).toString('utf8')));
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}

/** Key of each component → hash of its content. */
export function hashesOf(components: readonly ReleaseComponent[]): Record<string, string> {
  return Object.fromEntries(components.map((component) => [keyOf(component), hashOf(component.content)]));
}

/** One hash for all of it: two releases of equal hash are the same release. */
export function fingerprintOf({ playbooks, components }: StoredRelease): string {
  return hashOf({ playbooks: [...playbooks].sort().join(), ...hashesOf(components) });
}
