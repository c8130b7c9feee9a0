import { file } from '../local-package.ts';
import type { Wrong } from './wrong.ts';

/** A field of the object Visit__c that the tests deploy beforehand. */
export const field = (mistake: string, inside: string, says: string, name = 'Wrong__c'): Wrong => ({
  mistake,
  members: [`CustomField: Visit__c.${name}`],
  files: { 'objects/Visit__c.object': file('CustomObject', `<fields><fullName>${name}</fullName>${inside}</fields>`) },
  says,
});
