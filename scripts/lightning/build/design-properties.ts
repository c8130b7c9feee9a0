import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import type { Bundle } from './transform.ts';

export interface DesignProperty {
  readonly type: string;
  readonly default?: string;
}

/** What a page builder may set on a component, from the bundle's `js-meta.xml`. */
export function designProperties({ dir, name }: Bundle): Record<string, DesignProperty> {
  const path = join(dir, `${name}.js-meta.xml`);
  if (!existsSync(path)) return {};
  const properties: Record<string, DesignProperty> = {};
  const parser = new SaxesParser();
  parser.on('opentag', (tag) => {
    if (tag.name !== 'property') return;
    const { name: property, type = 'String', default: preset } = tag.attributes;
    if (property !== undefined) properties[property] = preset === undefined ? { type } : { type, default: preset };
  });
  parser.write(readFileSync(path, 'utf8')).close();
  return properties;
}
