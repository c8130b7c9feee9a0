import { file } from '../local-package.ts';
import type { Wrong } from './wrong.ts';

const workflow = (mistake: string, member: string, inside: string, says: string): Wrong => ({
  mistake: `a workflow with ${mistake}`,
  members: [member],
  files: { 'workflows/Visit__c.workflow': file('Workflow', inside) },
  says,
});

const update = (inside: string): string =>
  `<fieldUpdates><fullName>Wrong</fullName>${inside}<name>W</name><notifyAssignee>false</notifyAssignee><protected>false</protected></fieldUpdates>`;
const rule = (inside: string, trigger = 'onAllChanges'): string =>
  `<rules><fullName>Wrong</fullName>${inside}<triggerType>${trigger}</triggerType></rules>`;
const criteria = (name: string): string =>
  `<criteriaItems><field>${name}</field><operation>equals</operation><value>x</value></criteriaItems>`;

const UPDATE = 'WorkflowFieldUpdate: Visit__c.Wrong';
const RULE = 'WorkflowRule: Visit__c.Wrong';

export const wrongWorkflows: readonly Wrong[] = [
  workflow(
    'an update of an unknown field',
    UPDATE,
    update('<field>No__c</field><literalValue>x</literalValue><operation>Literal</operation>'),
    'In field: field - no CustomField named Visit__c.No__c found',
  ),
  workflow(
    'an update of a roll-up',
    UPDATE,
    update('<field>Guests__c</field><literalValue>1</literalValue><operation>Literal</operation>'),
    'Field Visit__c.Guests__c is not editable',
  ),
  workflow(
    'a formula that does not parse',
    UPDATE,
    update('<field>Name</field><formula>1 +</formula><operation>Formula</operation>'),
    "Syntax error.  Found 'end of formula'",
  ),
  workflow(
    'an update of the master',
    UPDATE,
    update('<field>Name</field><literalValue>x</literalValue><operation>Literal</operation>').replace(
      '</fieldUpdates>',
      '<targetObject>Host__c</targetObject></fieldUpdates>',
    ),
    'The local org does not support WorkflowFieldUpdate targetObject.',
  ),
  workflow(
    'an unknown operation',
    UPDATE,
    update('<field>Name</field><operation>Guess</operation>'),
    "'Guess' is not a valid value for the enum 'FieldUpdateOperation'",
  ),
  workflow(
    'neither criteria nor formula',
    RULE,
    rule('<active>true</active>'),
    'Must specify either criteriaItems or formula for a workflow rule',
  ),
  workflow(
    'criteria on an unknown field',
    RULE,
    rule(`<active>true</active>${criteria('Visit__c.No__c')}`),
    'In field: field - no CustomField named Visit__c.No__c found',
  ),
  workflow(
    'an action that is not there',
    RULE,
    rule(`<actions><name>No</name><type>FieldUpdate</type></actions><active>true</active>${criteria('Visit__c.Name')}`),
    'In field: name - no WorkflowFieldUpdate named Visit__c.No found',
  ),
  workflow(
    'an e-mail',
    RULE,
    rule(`<actions><name>No</name><type>Alert</type></actions><active>true</active>${criteria('Visit__c.Name')}`),
    'The local org does not support workflow action Alert.',
  ),
  workflow(
    'a moment later',
    RULE,
    rule(`<active>true</active>${criteria('Visit__c.Name')}`).replace(
      '</rules>',
      '<workflowTimeTriggers><timeLength>1</timeLength><workflowTimeTriggerUnit>Days</workflowTimeTriggerUnit></workflowTimeTriggers></rules>',
    ),
    'The local org does not support WorkflowRule workflowTimeTriggers.',
  ),
  workflow(
    'logic that names no line',
    RULE,
    rule(`<active>true</active><booleanFilter>1 OR 3</booleanFilter>${criteria('Visit__c.Name')}`),
    'The condition logic "1 or 3" isn\'t valid.',
  ),
  workflow(
    'a condition that is no condition',
    RULE,
    rule('<active>true</active><formula>Name</formula>'),
    'Formula result is data type (Text), incompatible with expected data type (Boolean).',
  ),
];
