import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { packageRoot } from './commands/render/messages.ts';
import { buildPackage } from './tasks/build/build-package.ts';

// `npm run build`: the deployable package and the compiled plugin, both under dist/.
const built = buildPackage(join(packageRoot, 'force-app'), join(packageRoot, 'dist', 'force-app'));
process.stdout.write(`dist/force-app: ${built.files} files, ${built.bundles.length} components\n`);
const compiler = join(packageRoot, 'node_modules', 'typescript', 'bin', 'tsc');
const { status } = spawnSync(process.execPath, [compiler, '-p', join(packageRoot, 'config', 'tsconfig.build.json')], {
  stdio: 'inherit',
});
if (status === 0) process.stdout.write('dist/scripts: the plugin\n');
process.exitCode = status ?? 1;
