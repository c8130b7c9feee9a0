import type { ComponentIndex } from './component-index.ts';
import { indexComponents } from './component-index.ts';
import { flagOf, listOf, wordOf } from './content.ts';
import { customObject } from './custom-object.ts';
import { customKeyPrefixes } from './key-prefixes.ts';
import type { ChildRelationship, Component, Schema, SObjectType } from './model.ts';
import { objectType } from './object-type.ts';
import { standardObject } from './standard-object.ts';
import { standardObjects } from './standard/catalogue.ts';
import { historyObject } from './standard/histories.ts';
import { translatedObject } from './standard/languages/translated.ts';
import type { StandardObject } from './standard/object-table.ts';
import { customShare } from './standard/shares.ts';

/** The whole schema: what every org has, plus what was deployed to this one. */
export function buildSchema(components: readonly Component[], version: number): Schema {
  const index = indexComponents(components);
  const objects = withActivities(index, [
    ...standardObjects.map((base) => standardObject(index, base)),
    ...customObjects(index),
  ]);
  const byName = new Map(objects.map((type) => [type.name.toLowerCase(), type]));
  const byPrefix = new Map([...objects].reverse().map((type) => [type.keyPrefix, type]));
  const relationships = childRelationships(objects);
  return {
    version,
    objects,
    object: (name) => byName.get(name.toLowerCase()),
    objectByPrefix: (prefix) => byPrefix.get(prefix),
    children: (parent) => relationships.get(parent.toLowerCase()) ?? [],
    components: (type) => index.all(type),
    component: (type, fullName) => index.get(type, fullName),
    label: (name, language) => labelText(index, name, language),
  };
}

/** The schema with other versions of its flows: they describe no object, so all the rest stands as it is. */
export function withOtherFlows(former: Schema, components: readonly Component[]): Schema {
  const index = indexComponents(components);
  return {
    ...former,
    version: former.version + 1,
    components: (type) => index.all(type),
    component: (type, fullName) => index.get(type, fullName),
  };
}

function customObjects(index: ComponentIndex): SObjectType[] {
  const own = index.all('CustomObject').filter((each) => /__(c|mdt)$/.test(each.fullName));
  const prefixes = customKeyPrefixes(own);
  return own.flatMap((component) => {
    const type = customObject(index, component, prefixes.get(component.fullName) ?? '');
    return [type, ...companions(index, type, component)];
  });
}

/** The share and history objects that come with a custom object. */
function companions(index: ComponentIndex, type: SObjectType, component: Component): SObjectType[] {
  const share = type.kind === 'data' ? customShare(type) : undefined;
  const tracked = type.kind === 'data' && flagOf(component.content, 'enableHistory');
  const history = tracked
    ? historyObject(type.name, type.label, type.name.replace(/__c$/, '__History'), 'ParentId')
    : undefined;
  const both = [share, history].filter((each): each is StandardObject => each !== undefined);
  return both.map((each) => ({ ...standardObject(index, translatedObject(each)), custom: true }));
}

/** Tasks and events can stand on any object that allows activities. */
function withActivities(index: ComponentIndex, objects: SObjectType[]): SObjectType[] {
  const open = index.all('CustomObject').filter((each) => flagOf(each.content, 'enableActivities'));
  const names = open.map((each) => each.fullName).filter((name) => name.endsWith('__c'));
  if (names.length === 0) return objects;
  return objects.map((type) => (type.name === 'Task' || type.name === 'Event' ? relateTo(type, names) : type));
}

function relateTo(type: SObjectType, names: readonly string[]): SObjectType {
  const fields = type.fields.map((field) => {
    if (field.name !== 'WhatId' || !field.reference) return field;
    return { ...field, reference: { ...field.reference, to: [...field.reference.to, ...names] } };
  });
  return objectType({ ...type, fields });
}

function childRelationships(objects: readonly SObjectType[]): Map<string, ChildRelationship[]> {
  const found = new Map<string, ChildRelationship[]>();
  for (const type of objects) {
    for (const field of type.fields) {
      for (const parent of field.reference?.to ?? []) {
        const list = found.get(parent.toLowerCase()) ?? [];
        list.push({
          parent,
          child: type.name,
          field: field.name,
          relationshipName: field.reference?.childRelationshipName,
        });
        found.set(parent.toLowerCase(), list);
      }
    }
  }
  return found;
}

function labelText(index: ComponentIndex, name: string, language: string): string | undefined {
  const label = index.get('CustomLabel', name);
  if (!label) return undefined;
  const own = wordOf(label.content, 'value');
  if (wordOf(label.content, 'language') === language) return own;
  const translations = index.get('Translations', language)?.content;
  const translated = listOf(translations, 'customLabels').find(
    (each) => wordOf(each, 'name')?.toLowerCase() === name.toLowerCase(),
  );
  return wordOf(translated, 'label') ?? own;
}
