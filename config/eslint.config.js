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
  ...order.slice(0, -1).map((room) => ({
    target: `./scripts/${room}`,
    from: './scripts/local-org',
    message: 'There is no test mode: the local org is reached over HTTP like any org.',
  })),
  {
    target: './scripts/local-org',
    from: [...order, 'messages', 'lightning'].map((room) => `./scripts/${room}`).concat('./force-app', './config'),
    message: 'The local org is an independent witness and knows nothing of Midfield.',
  },
  {
    target: './scripts/lightning',
    from: [...order, 'messages', 'local-org'].map((room) => `./scripts/${room}`).concat('./force-app'),
    message: 'The page host talks to an org over HTTP and imports nothing of the rest.',
  },
  { target: './scripts', from: './force-app', message: 'force-app and scripts meet in API names only.' },
];

/** The platform's own rules for components; the rest of its set does not understand TypeScript and is covered by ours. */
const lwcBlocks = lwc.configs.recommended;
const lwcPlugins = Object.assign({}, ...lwcBlocks.map((block) => block.plugins ?? {}));
const isPlatformRule = ([name]) => name.startsWith('@lwc/') || name.startsWith('@salesforce/lightning/');
const lwcRules = Object.fromEntries(
  lwcBlocks.flatMap((block) => Object.entries(block.rules ?? {}).filter(isPlatformRule)),
);

/** Modules of the page host that run in the browser. */
const browserFiles = ['scripts/lightning/platform/**/*.ts', 'scripts/lightning/shell/**/*.ts'];

/** Strict, type-checked rules and the house's import rules for the files of one TypeScript project. */
function strictly(files, ignores, project) {
  return {
    files,
    ignores,
    extends: [tseslint.configs.strictTypeChecked],
    plugins: { 'import-x': importX },
    languageOptions: { parserOptions: { project: `${root}${project}`, tsconfigRootDir: root } },
    settings: {
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
      'import-x/extensions': ['.ts', '.js', '.mjs'],
      'import-x/resolver-next': [createTypeScriptImportResolver({ project: `${root}${project}` })],
    },
    rules: {
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-restricted-paths': ['error', { basePath: root, zones }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      // Records of an org hold unknown values that are scalars by their schema.
      '@typescript-eslint/no-base-to-string': 'off',
      // Names of people and Chinese text hold no joined emoji.
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/dot-notation': 'off',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // Interfaces of functions are taken apart on purpose; none of them uses `this`.
      '@typescript-eslint/unbound-method': 'off',
    },
  };
}

export default tseslint.config(
  {
    ignores: [
      'node_modules/**',
      'dist/**',
      '.midfield/**',
      'coverage/**',
      'test/fixtures/**',
      'test/support/components/**',
      '**/*.d.ts',
      '**/__tests__/**',
      'scripts/lightning/**/*.css',
    ],
  },
  strictly(['scripts/**/*.ts', 'test/**/*.ts', 'config/*.ts'], browserFiles, 'tsconfig.json'),
  strictly(browserFiles, [], 'scripts/lightning/tsconfig.json'),
  {
    files: ['test/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off', '@typescript-eslint/require-await': 'off' },
  },
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
