import { ComponentSet } from '@salesforce/source-deploy-retrieve';
const dir=process.argv[2];
const set = ComponentSet.fromSource(dir);
const { MetadataConverter } = await import('@salesforce/source-deploy-retrieve');
const r = await new MetadataConverter().convert(set,'metadata',{type:'zip'});
const {TestOrg}=await import('/work/main/test/local-org/metadata/local-package.ts');
const {deploy}=await import('/work/main/scripts/local-org/metadata/deploy.ts');
const {deployOptions}=await import('/work/main/scripts/local-org/metadata/deploy/options.ts');
const o=new TestOrg();
let t=Date.now();
const res=await deploy(o.session,r.zipBuffer,deployOptions({rollbackOnError: process.argv[3]!=='partial'}));
console.log(res.status,res.errorMessage,res.numberComponentsDeployed,res.numberComponentsTotal,Date.now()-t,'ms');
for(const f of res.details.componentFailures) console.log(f.componentType,f.fullName,`(${f.lineNumber}:${f.columnNumber})`,f.problem);
if(res.success){t=Date.now();const again=await deploy(o.session,r.zipBuffer,deployOptions({}));console.log('again',again.status,Date.now()-t,'changed:',again.details.componentSuccesses.filter(x=>x.changed&&x.componentType).map(x=>x.componentType+' '+x.fullName).slice(0,20));}
o.close();
