import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { packageRoot } from './commands/render/messages.ts';
import { buildPackage } from './tasks/build/build-package.ts';

// `npm run build [-- folder]`: the deployable package and the compiled plugin, both under dist/ or that folder.
const target = resolve(process.argv[2] ?? join(packageRoot, 'dist'));
const built = buildPackage(join(packageRoot, 'force-app'), join(target, 'force-app'));
process.stdout.write(`force-app: ${built.files} files, ${built.bundles.length} components\n`);
const compiler = join(packageRoot, 'node_modules', 'typescript-native', 'bin', 'tsc');
const project = join(packageRoot, 'config', 'tsconfig.build.json');
// Only written, not checked: `npm test` holds the types, and checking takes five times as long.
const options = ['-p', project, '--outDir', target, '--noCheck'];
const { status } = spawnSync(process.execPath, [compiler, ...options], { stdio: 'inherit' });
if (status === 0) process.stdout.write('scripts: the plugin\n');
process.exitCode = status ?? 1;
