import type { RuleContext } from './rule.ts';
import { componentIn } from './rule.ts';
import { unmodelledObject } from './unmodelled.ts';

const IMPORT =
  /(?:^|[\n;])\s*import\s+(?:[\w*{}\s,$]+\s+from\s+)?['"]([^'"]+)['"]|(?:^|[\n;])\s*export\s+[\w*{}\s,$]+\s+from\s+['"]([^'"]+)['"]/g;

/** Every module that a bundle imports must be there: other components, labels, fields, permissions. */
export function checkImports(context: RuleContext): void {
  for (const [path, bytes] of Object.entries(context.files)) {
    if (!path.endsWith('.js')) continue;
    const source = Buffer.from(bytes)
      .toString('utf8')
      .replace(/\/\*[\s\S]*?\*\//g, '');
    for (const match of source.matchAll(IMPORT)) {
      const problem = judge(match[1] ?? match[2] ?? '', path, context);
      if (problem) context.report(problem);
    }
  }
}

function judge(module: string, path: string, context: RuleContext): string | undefined {
  const [scope = '', ...rest] = module.split('/');
  if (scope === 'c')
    return componentIn(context, 'LightningComponentBundle', rest[0] ?? '')
      ? undefined
      : `No MODULE named markup://c:${rest[0]} found`;
  if (scope !== '@salesforce') return undefined;
  const [kind = '', name = ''] = rest;
  if (exists(kind, name, context)) return undefined;
  const [objectName = ''] = name.split('.');
  const unmodelled = kind === 'schema' && !context.schema.object(objectName) ? unmodelledObject(objectName) : undefined;
  return (
    unmodelled ??
    `Invalid reference ${name} of type ${kindWords[kind] ?? kind} in file ${path.slice(path.lastIndexOf('/') + 1)}`
  );
}

const kindWords: Readonly<Record<string, string>> = { schema: 'sobjectField' };

function exists(kind: string, name: string, context: RuleContext): boolean {
  switch (kind) {
    case 'schema':
      return hasField(name, context);
    case 'label':
      return !name.startsWith('c.') || componentIn(context, 'CustomLabel', name.slice(2)) !== undefined;
    case 'customPermission':
      return componentIn(context, 'CustomPermission', name) !== undefined;
    case 'messageChannel':
      return componentIn(context, 'LightningMessageChannel', name.replace(/__c$/, '')) !== undefined;
    case 'resourceUrl':
      return componentIn(context, 'StaticResource', name) !== undefined;
    // `refreshApex` and `getSObjectValue` come from the module itself; a class does not exist here.
    case 'apex':
      return name === '';
    default:
      return [
        'client',
        'community',
        'i18n',
        'user',
        'userPermission',
        'accessCheck',
        'site',
        'featureFlag',
        'internal',
      ].includes(kind);
  }
}

/** `Opportunity`, `Opportunity.Amount`, `Opportunity.Account.Name`, `Gate__c.Deal__r.Name`. */
function hasField(name: string, context: RuleContext): boolean {
  const [objectName = '', ...path] = name.split('.');
  let type = context.schema.object(objectName);
  path.forEach((part, index) => {
    if (!type || index === path.length - 1) return;
    const [target = ''] = type.relationship(part)?.reference?.to ?? [];
    type = context.schema.object(target);
  });
  const last = path.at(-1);
  return type !== undefined && (last === undefined || type.field(last) !== undefined);
}
