import type { CustomField } from '@salesforce/types/metadata';
import { NotSupportedError } from '../../errors.ts';
import type { SObjectType } from '../../schema/model.ts';
import { checkLookupFilter } from './lookup-filter.ts';
import type { RuleContext } from './rule.ts';
import { unmodelledObject } from './unmodelled.ts';

const MAX_MASTERS = 2;
/** A standard object may be at the top; below it stand at most three custom levels. */
const MAX_LEVELS = 3;

export function checkRelationship(field: CustomField, owner: SObjectType, context: RuleContext): void {
  const { type } = field;
  if (type !== 'Lookup' && type !== 'MasterDetail' && type !== 'Hierarchy') return;
  if (type === 'Hierarchy' && owner.name !== 'User')
    context.report('Hierarchy is only allowed on the User object', field, 'type');
  checkLookupFilter(field, owner, context);
  checkTarget(field, context);
  checkName(field, context);
  if (type === 'Lookup') checkDelete(field, context);
  if (type === 'MasterDetail') checkMaster(field, owner, context);
}

function checkTarget(field: CustomField, context: RuleContext): void {
  if (!field.referenceTo) return;
  const target = context.schema.object(field.referenceTo);
  if (target && (target.kind === 'data' || isOpenSetup(target))) return;
  context.report(
    unmodelledObject(field.referenceTo) ??
      `referenceTo value of '${field.referenceTo}' does not resolve to a valid sObject type`,
    field,
    'referenceTo',
  );
}

const isOpenSetup = (type: SObjectType): boolean =>
  ['User', 'Profile', 'RecordType', 'BusinessHours', 'Organization', 'Group'].includes(type.name) ||
  type.name.endsWith('__mdt');

function checkName(field: CustomField, context: RuleContext): void {
  const { relationshipName, referenceTo } = field;
  if (!relationshipName || !referenceTo) return;
  if (!/^[A-Za-z](?:_?[A-Za-z0-9])*$/.test(relationshipName) || relationshipName.length > 40) {
    return context.report(`Relationship name ${relationshipName} is not valid`, field, 'relationshipName');
  }
  const named = context.schema
    .children(referenceTo)
    .filter((each) => each.relationshipName === `${relationshipName}__r`);
  const others = named.filter((each) => `${each.child}.${each.field}`.toLowerCase() !== context.fullName.toLowerCase());
  if (others.length > 0) {
    context.report(
      `There is already a Child Relationship named ${relationshipName} on ${referenceTo}.`,
      field,
      'relationshipName',
    );
  }
}

function checkDelete(field: CustomField, context: RuleContext): void {
  if (field.deleteConstraint === 'Cascade') {
    context.report(new NotSupportedError('CustomField deleteConstraint Cascade').message, field, 'deleteConstraint');
  }
  if (field.required && field.deleteConstraint !== 'Restrict') {
    const message = 'must specify either cascade delete or restrict delete for required lookup foreign key';
    context.report(`field integrity exception: unknown (${message})`, field, 'required');
  }
}

function checkMaster(field: CustomField, owner: SObjectType, context: RuleContext): void {
  if (!owner.custom)
    return context.report('Can not specify type MasterDetail for a CustomField of a standard object', field, 'type');
  if (field.referenceTo === 'User' || field.referenceTo === 'Lead') {
    context.report(`${field.referenceTo} cannot be the master of a master-detail relationship`, field, 'referenceTo');
  }
  if (mastersOf(owner).length > MAX_MASTERS) {
    context.report(`An object can have at most ${MAX_MASTERS} master-detail relationships`, field, 'type');
  }
  const levels = levelsAbove(owner, context, new Set());
  if (levels === Infinity) context.report('A master-detail relationship cannot form a circle', field, 'referenceTo');
  else if (levels > MAX_LEVELS) {
    context.report(
      'You have reached the maximum number of levels in a master-detail relationship',
      field,
      'referenceTo',
    );
  }
}

const mastersOf = (type: SObjectType): string[] =>
  type.fields.flatMap((field) => (field.reference?.kind === 'MasterDetail' ? field.reference.to : []));

/** Custom detail levels down to and with this object. */
function levelsAbove(type: SObjectType, context: RuleContext, path: ReadonlySet<string>): number {
  if (path.has(type.name)) return Infinity;
  const inner = new Set([...path, type.name]);
  const masters = mastersOf(type).flatMap((name) => context.schema.object(name) ?? []);
  if (masters.length === 0) return 0;
  return 1 + Math.max(...masters.map((master) => levelsAbove(master, context, inner)));
}
