import type { Component } from '../../schema/model.ts';
import type { XmlElement } from '../xml/parse-xml.ts';

/** Where a Lightning web component may stand, and with which properties. */
export interface ComponentTargets {
  readonly exposed: boolean;
  readonly targets: readonly string[];
  /** Property names of a target → whether a page must give a value. */
  properties(target: string): ReadonlyMap<string, boolean>;
}

export function componentTargets(bundle: Pick<Component, 'content'>): ComponentTargets {
  const { content } = bundle;
  const list = content['targets'] as { target?: readonly string[] } | undefined;
  const configs = content['targetConfigs'] as XmlElement | undefined;
  return {
    exposed: content['isExposed'] === true,
    targets: (list?.target ?? []).map((target) => target.trim()),
    properties: (target) => propertiesOf(configs, target),
  };
}

export const targetsOf = (config: XmlElement): string[] =>
  (config.attributes['targets'] ?? '').split(',').map((each) => each.trim());

function propertiesOf(configs: XmlElement | undefined, target: string): Map<string, boolean> {
  const found = new Map<string, boolean>();
  for (const config of configs?.children ?? []) {
    if (!targetsOf(config).includes(target)) continue;
    for (const child of config.children) {
      if (child.name === 'property')
        found.set(
          child.attributes['name'] ?? '',
          child.attributes['required'] === 'true' && child.attributes['default'] === undefined,
        );
    }
  }
  return found;
}
