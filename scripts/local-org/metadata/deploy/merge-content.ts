import type { Component } from '../../schema/model.ts';
import type { Draft } from '../package/draft.ts';
import type { TypedContent } from '../xml/read-typed.ts';

/** What a component holds after a draft was put onto it. Most types are replaced whole. */
export function mergedContent(draft: Draft, before: Component | undefined): TypedContent {
  const merge = merges[draft.type];
  return merge ? merge(draft, before) : draft.content;
}

const merges: Readonly<Record<string, (draft: Draft, before: Component | undefined) => TypedContent>> = {
  StandardValueSet: keepValuesInactive('standardValue'),
  CustomObject: (draft, before) =>
    draft.fullName.includes('__') ? draft.content : { ...before?.content, ...written(draft.content) },
  Profile: mergeProfile,
};

type Part = Readonly<Record<string, unknown>>;

const partsOf = (content: Readonly<Record<string, unknown>> | undefined, key: string): readonly Part[] => {
  const value = content?.[key];
  return Array.isArray(value) ? (value as Part[]) : [];
};

/** A value that a deploy leaves out is deactivated, never lost: records may hold it. */
function keepValuesInactive(list: string): (draft: Draft, before: Component | undefined) => TypedContent {
  return (draft, before) => {
    const values = partsOf(draft.content, list);
    const names = new Set(values.map((value) => value['fullName']));
    const left = partsOf(before?.content, list).filter((value) => !names.has(value['fullName']));
    return {
      ...draft.content,
      [list]: [...values, ...left.map((value) => ({ ...value, default: false, isActive: false }))],
    };
  };
}

function written(content: TypedContent): TypedContent {
  return Object.fromEntries(
    Object.entries(content).filter(([, value]) => !(Array.isArray(value) && value.length === 0)),
  );
}

const profileKeys: Readonly<Record<string, readonly string[]>> = {
  applicationVisibilities: ['application'],
  customPermissions: ['name'],
  fieldPermissions: ['field'],
  layoutAssignments: ['layout', 'recordType'],
  objectPermissions: ['object'],
  recordTypeVisibilities: ['recordType'],
  tabVisibilities: ['tab'],
  userPermissions: ['name'],
};

/** A profile's file changes what it names and leaves the rest as it is. */
function mergeProfile(draft: Draft, before: Component | undefined): TypedContent {
  const content: TypedContent = { ...before?.content, ...written(draft.content) };
  for (const [list, keys] of Object.entries(profileKeys)) {
    const key = (part: Part): string => keys.map((name) => String(part[name] ?? '')).join('|');
    const parts = new Map(
      [...partsOf(before?.content, list), ...partsOf(draft.content, list)].map((part) => [key(part), part]),
    );
    content[list] = [...parts.values()];
  }
  return content;
}
