import { file } from '../local-package.ts';
import type { Wrong } from './wrong.ts';

const flow = (mistake: string, inside: string, says: string): Wrong => ({
  mistake: `a flow with ${mistake}`,
  members: ['Flow: Wrong'],
  files: {
    'flows/Wrong.flow': file(
      'Flow',
      `<apiVersion>66.0</apiVersion>${inside}<label>W</label><processType>AutoLaunchedFlow</processType><status>Active</status>`,
    ),
  },
  says,
});

const at = '<locationX>0</locationX><locationY>0</locationY>';
const start = (target: string, object = 'Visit__c', trigger = 'RecordAfterSave'): string =>
  `<start>${at}<connector><targetReference>${target}</targetReference></connector><object>${object}</object><recordTriggerType>Update</recordTriggerType><triggerType>${trigger}</triggerType></start>`;
const create = (name: string, object = 'Visit__c', on = 'Name'): string =>
  `<recordCreates><name>${name}</name><label>C</label>${at}<inputAssignments><field>${on}</field><value><stringValue>x</stringValue></value></inputAssignments><object>${object}</object></recordCreates>`;
const error = (field = '', message = 'no'): string =>
  `<customErrors><name>Stop</name><label>Stop</label>${at}<customErrorMessages><errorMessage>${message}</errorMessage>${field}<isFieldError>true</isFieldError></customErrorMessages></customErrors>`;

export const wrongFlows: readonly Wrong[] = [
  flow(
    'an object that is not there',
    start('Make', 'No__c') + create('Make'),
    'In field: object - no CustomObject named No__c found',
  ),
  flow(
    'an element twice',
    create('Make') + create('Make').replace('<recordCreates>', '<recordCreates>') + start('Make'),
    'The flow contains more than one element with the name "Make"',
  ),
  flow('an element of a bad name', create('Make it') + start('Make'), 'The flow element name "Make it" is not valid'),
  flow(
    'a record made before the save',
    create('Make') + start('Make', 'Visit__c', 'RecordBeforeSave'),
    'A flow that runs before the record is saved cannot contain this element',
  ),
  flow(
    'an error at no field',
    error() + start('Stop', 'Visit__c', 'RecordBeforeSave'),
    'Required field is missing: fieldSelection',
  ),
  flow(
    'an error at an unknown field',
    error('<fieldSelection>No__c</fieldSelection>') + start('Stop', 'Visit__c', 'RecordBeforeSave'),
    'In field: fieldSelection - no CustomField named Visit__c.No__c found',
  ),
  flow(
    'no error to show',
    `<customErrors><name>Stop</name><label>Stop</label>${at}</customErrors>${start('Stop', 'Visit__c', 'RecordBeforeSave')}`,
    'Required field is missing: customErrorMessages',
  ),
  flow(
    'a trigger that there is not',
    start('Make', 'Visit__c', 'RecordSometimes') + create('Make'),
    "'RecordSometimes' is not a valid value for the enum 'FlowTriggerType'",
  ),
  flow(
    'an order beyond 2,000',
    `${create('Make')}${start('Make')}<triggerOrder>2001</triggerOrder>`,
    'The trigger order must be a number from 1 to 2,000',
  ),
];
