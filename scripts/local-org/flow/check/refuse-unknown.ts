import { NotSupportedError } from '../../errors.ts';
import { ELEMENT_KINDS } from '../element-kinds.ts';
import type { FlowContent } from '../flow-content.ts';
import { type FlowProblems, located, titleOf } from '../flow-problem.ts';

const HARMLESS: readonly string[] = [
  'constants',
  'customProperties',
  'ends',
  'environments',
  'formulas',
  'groups',
  'processMetadataValues',
  'textTemplates',
  'variables',
];
const LISTS: ReadonlySet<string> = new Set([...HARMLESS, ...ELEMENT_KINDS.map(({ tag }) => tag)]);

const START: ReadonlySet<string> = new Set([
  'connector',
  'description',
  'doesRequireRecordChangedToMeetCriteria',
  'filterFormula',
  'filterLogic',
  'filters',
  'label',
  'locationX',
  'locationY',
  'name',
  'object',
  'processMetadataValues',
  'recordTriggerType',
  'schedule',
  'scheduledPaths',
  'triggerType',
]);

const TRIGGERS: ReadonlySet<string | undefined> = new Set([
  undefined,
  'None',
  'RecordAfterSave',
  'RecordBeforeDelete',
  'RecordBeforeSave',
  'Scheduled',
]);

const RUN_MODES: ReadonlySet<string | undefined> = new Set([
  undefined,
  'DefaultMode',
  'SystemModeWithoutSharing',
  'UserMode',
]);

/** What a value of an element may be; formulas in place are for transforms alone. */
const VALUES: readonly string[] = [
  'apexValue',
  'collectionElements',
  'complexValue',
  'setupReference',
  'sobjectValue',
  'transform',
  'transformValueReference',
  'valueMapName',
];

/** Refuses by name, each at its place, whatever the engine does not run. */
export function refuseUnknown(content: FlowContent, problems: FlowProblems): void {
  for (const [tag, value] of Object.entries(content)) {
    if (!Array.isArray(value) || LISTS.has(tag)) continue;
    for (const part of value as { name?: string }[])
      problems.collect(part, titleOf(part, tag), () => refuse(part, `element ${tag}`));
  }
  refuseStart(content, problems);
  if (!RUN_MODES.has(content.runInMode))
    problems.collect(content, undefined, () => refuse(content, `runInMode ${content.runInMode ?? ''}`, 'runInMode'));
  if (content.overriddenFlow !== undefined)
    problems.collect(content, undefined, () => refuse(content, 'overriddenFlow', 'overriddenFlow'));
}

function refuseStart(content: FlowContent, problems: FlowProblems): void {
  const { start } = content;
  if (start === undefined) return;
  problems.collect(start, 'Start', () => {
    if (!TRIGGERS.has(start.triggerType)) refuse(start, `triggerType ${start.triggerType ?? ''}`, 'triggerType');
    for (const [tag, value] of Object.entries(start)) {
      const isSaid = Array.isArray(value) ? value.length > 0 : value !== false;
      if (isSaid && !START.has(tag)) refuse(start, `start ${tag}`, tag);
    }
  });
}

/** Values of kinds that have no meaning here, anywhere inside an element. */
export function refuseValues(part: unknown, formulasToo: boolean): void {
  if (typeof part !== 'object' || part === null) return;
  for (const [tag, value] of Object.entries(part)) {
    const isValue = VALUES.includes(tag) || (tag === 'formulaExpression' && formulasToo);
    const isEmpty = Array.isArray(value) && value.length === 0;
    if (isValue && !isEmpty) refuse(part, `value ${tag}`, tag);
    if (Array.isArray(value)) for (const one of value) refuseValues(one, formulasToo);
    else refuseValues(value, formulasToo);
  }
}

function refuse(at: object, feature: string, field?: string): never {
  return located(at, field, () => {
    throw new NotSupportedError(`Flow ${feature}`);
  });
}
