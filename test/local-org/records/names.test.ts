import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestOrg, type TestOrg } from '../../support/local-org.ts';
import { customObject, deploy, grant } from './deployed-org.ts';

let test: TestOrg;
beforeAll(async () => {
  test = await startTestOrg();
  await deploy(test.connection, ['CustomObject: Part__c'], { 'objects/Part__c.object': customObject('Part', '') });
  await grant(test.connection, test.org.username, ['Part__c'], []);
});
afterAll(() => test.close());

it('a record of a custom object without a name is called by its id, and one of a standard object is refused', async () => {
  const { id = '' } = await test.connection.sobject('Part__c').create({});
  expect(await test.connection.sobject('Part__c').retrieve(id)).toMatchObject({ Name: id.slice(0, 15) });
  await expect(test.connection.sobject('Account').create({})).rejects.toThrow('Required fields are missing: [Name]');
});
