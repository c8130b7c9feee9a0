// What `sf project deploy start --source-dir` does, with Salesforce's own libraries and nothing of ours:
// node plain-deploy.ts <project folder> <alias>. Prints what the zip held and what the org answered.
import { Org, SfProject } from '@salesforce/core';
import { ComponentSet, MetadataConverter } from '@salesforce/source-deploy-retrieve';
import { fromBufferPromise } from 'yauzl';

const [folder = '', aliasOrUsername = ''] = process.argv.slice(2);
const project = await SfProject.resolve(folder);
const components = ComponentSet.fromSource(project.getUniquePackageDirectories().map(({ fullPath }) => fullPath));
const { zipBuffer } = await new MetadataConverter().convert(components, 'metadata', { type: 'zip' });
const entries: string[] = [];
for await (const entry of (await fromBufferPromise(zipBuffer ?? Buffer.alloc(0))).eachEntry())
  entries.push(entry.fileName);

const org = await Org.create({ aliasOrUsername });
const operation = await components.deploy({ usernameOrConnection: org.getConnection() });
const { response } = await operation.pollStatus();
const { success, numberComponentsTotal, details } = response;
process.stdout.write(
  JSON.stringify({ entries, success, components: numberComponentsTotal, failures: details.componentFailures ?? [] }),
);
