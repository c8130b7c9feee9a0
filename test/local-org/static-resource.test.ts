import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestOrg, type TestOrg } from '../support/local-org.ts';
import { zipOf } from '../support/zip-of.ts';

let org: TestOrg;
beforeAll(async () => {
  org = await startTestOrg();
});
afterAll(() => org.close());

it('gives the body of a static resource as it was deployed, and knows no other part of it', async () => {
  const meta =
    '<?xml version="1.0" encoding="UTF-8"?><StaticResource xmlns="http://soap.sforce.com/2006/04/metadata"><cacheControl>Public</cacheControl><contentType>application/javascript</contentType></StaticResource>';
  const manifest =
    '<?xml version="1.0" encoding="UTF-8"?><Package xmlns="http://soap.sforce.com/2006/04/metadata"><types><members>Script</members><name>StaticResource</name></types><version>66.0</version></Package>';
  const zip = await zipOf({
    'package.xml': manifest,
    'staticresources/Script.resource': 'window.known = "图";',
    'staticresources/Script.resource-meta.xml': meta,
  });
  const deployed = await org.connection.metadata.deploy(zip, { singlePackage: true }).complete(true);
  expect(deployed.success).toBe(true);
  const { records } = await org.connection.query<{ Id: string; BodyLength: number }>(
    "SELECT Id, BodyLength FROM StaticResource WHERE Name = 'Script'",
  );
  const get = (path: string) =>
    fetch(`${org.org.url}/services/data/v66.0/sobjects/StaticResource/${path}`, {
      headers: { authorization: `Bearer ${org.org.accessToken}` },
    });
  const body = await get(`${records[0]!.Id}/Body`);
  expect([body.status, body.headers.get('content-type')]).toEqual([200, 'application/javascript']);
  expect(await body.text()).toBe('window.known = "图";');
  expect((await get('081000000000000AAA/Body')).status).toBe(404);
  expect((await get(`${records[0]!.Id}/Name`)).status).not.toBe(200);
});
