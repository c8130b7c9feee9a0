// `npm run lint`. Who may import whom is held here; the picture stands in the README.
import lwc from '@salesforce/eslint-config-lwc';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

const root = new URL('..', import.meta.url).pathname;

/** Each room of scripts/ may use only what stands before it. */
const order = ['model', 'salesforce', 'tasks', 'worker', 'commands'];
const zones = [
  ...order.map((room, index) => ({
    target: `./scripts/${room}`,
    from: [...order.slice(index + 1), 'lightning'].map((later) => `./scripts/${later}`),
    message: `${room} may import only what stands before it: ${order.slice(0, index).join(', ') || 'nothing'}.`,
  })),
  { target: './scripts/{model,salesforce,tasks,worker}', from: './scripts/local-org', message: 'There is no test mode: the local org is reached over HTTP like any org.' },
  { target: './scripts/local-org', from: ['./scripts/{model,salesforce,tasks,worker,commands,messages,lightning}', './force-app', './config'], message: 'The local org is an independent witness and knows nothing of Midfield.' },
  { target: './scripts/lightning', from: ['./scripts/{model,salesforce,tasks,worker,commands,messages,local-org}', './force-app'], message: 'The page host talks to an org over HTTP and imports nothing of the rest.' },
  { target: './scripts', from: './force-app', message: 'force-app and scripts meet in API names only.' },
];

/** The platform's own rules for components; the rest of its set does not understand TypeScript and is covered by ours. */
const lwcBlocks = lwc.configs.recommended;
const lwcPlugins = Object.assign({}, ...lwcBlocks.map((block) => block.plugins ?? {}));
const isPlatformRule = ([name]) => name.startsWith('@lwc/') || name.startsWith('@salesforce/lightning/');
const lwcRules = Object.fromEntries(lwcBlocks.flatMap((block) => Object.entries(block.rules ?? {}).filter(isPlatformRule)));

export default tseslint.config(
  { ignores: ['node_modules/**', 'dist/**', '.midfield/**', 'coverage/**', 'test/fixtures/**', '**/*.d.ts', '**/__tests__/**', 'scripts/lightning/**/*.css'] },
  {
    files: ['scripts/**/*.ts', 'test/**/*.ts', 'config/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    plugins: { 'import-x': importX },
    languageOptions: { parserOptions: { project: `${root}tsconfig.json`, tsconfigRootDir: root } },
    settings: {
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
      'import-x/extensions': ['.ts', '.js', '.mjs'],
      'import-x/resolver-next': [createTypeScriptImportResolver({ project: `${root}tsconfig.json` })],
    },
    rules: {
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-restricted-paths': ['error', { basePath: root, zones }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/dot-notation': 'off',
      '@typescript-eslint/no-non-null-assertion': 'error',
    },
  },
  { files: ['test/**/*.ts'], rules: { '@typescript-eslint/no-non-null-assertion': 'off', '@typescript-eslint/require-await': 'off' } },
  {
    files: ['force-app/**/lwc/**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    plugins: { '@lwc/lwc': lwcPlugins['@lwc/lwc'], '@salesforce/lightning': lwcPlugins['@salesforce/lightning'] },
    languageOptions: { parserOptions: { project: `${root}config/tsconfig.lwc.json`, tsconfigRootDir: root } },
    rules: {
      ...lwcRules,
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/dot-notation': 'off',
      // A handler named in a template may be async: the template does not wait for it.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { inheritedMethods: false } }],
    },
  },
);
