import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { buildPackage } from '../../../../scripts/tasks/build/build-package.ts';

function project(files: Readonly<Record<string, string>>): { source: string; target: string } {
  const root = mkdtempSync(join(tmpdir(), 'midfield-build-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, 'force-app', name)), { recursive: true });
    writeFileSync(join(root, 'force-app', name), text);
  }
  return { source: join(root, 'force-app'), target: join(root, 'dist', 'force-app') };
}

it('turns TypeScript into the script an org compiles, keeps decorators, and leaves tests and typings out', () => {
  const { source, target } = project({
    'main/deal/lwc/panel/panel.ts': 'export default class P { @api recordId: string | undefined; }',
    'main/deal/lwc/panel/panel.html': '<template></template>',
    'main/deal/lwc/panel/__tests__/panel.test.ts': 'it("x", () => {});',
    'main/deal/lwc/types.d.ts': 'declare module "x";',
  });
  const built = buildPackage(source, target);
  expect(built.bundles).toEqual(['panel']);
  expect(readFileSync(join(target, 'main/deal/lwc/panel/panel.js'), 'utf8')).toMatch(/@api\s+recordId;/);
  expect(existsSync(join(target, 'main/deal/lwc/panel/panel.ts'))).toBe(false);
  expect(existsSync(join(target, 'main/deal/lwc/panel/__tests__'))).toBe(false);
  expect(existsSync(join(target, 'main/deal/lwc/types.d.ts'))).toBe(false);
});

it('refuses a bundle without a script and keeps the package of before', () => {
  const good = project({ 'main/deal/lwc/panel/panel.ts': 'export default class P {}' });
  buildPackage(good.source, good.target);
  const bad = project({ 'main/deal/lwc/empty/empty.html': '<template></template>' });
  expect(() => buildPackage(bad.source, good.target)).toThrow('PackageNotBuilt: main/deal/lwc/empty');
  expect(existsSync(join(good.target, 'main/deal/lwc/panel/panel.js'))).toBe(true);
});

it('puts the file of an npm package beside the meta file of its static resource', () => {
  const { source, target } = project({ 'main/app/staticresources/MF_Chart.resource-meta.xml': '<StaticResource/>' });
  expect(buildPackage(source, target).files).toBe(2);
  expect(readFileSync(join(target, 'main/app/staticresources/MF_Chart.js'), 'utf8')).toMatch(
    /^\/\*!\s+\* Chart\.js v4/,
  );
});
