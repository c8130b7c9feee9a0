// Unit tests of Lightning components: `jest --config config/jest.config.js`, or `npm test -- components`.
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const { jestConfig } = createRequire(import.meta.url)('@salesforce/sfdx-lwc-jest/config');
const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');
const features = readdirSync(`${root}/force-app/main`).filter((feature) =>
  existsSync(`${root}/force-app/main/${feature}/lwc`),
);

export default {
  ...jestConfig,
  rootDir: root,
  roots: ['<rootDir>/force-app', '<rootDir>/test/support/components'],
  moduleNameMapper: {
    '^lightning/modal$': '<rootDir>/test/support/components/modal.ts',
    '^components/(.+)$': '<rootDir>/test/support/components/$1.ts',
    '^c/(.+)$': features.map((feature) => `<rootDir>/force-app/main/${feature}/lwc/$1/$1.ts`),
  },
  setupFilesAfterEnv: [...jestConfig.setupFilesAfterEnv, '<rootDir>/test/support/components/set-up.ts'],
  coverageProvider: 'v8',
  maxWorkers: 2,
  // A busy machine takes its time.
  testTimeout: 60_000,
};
