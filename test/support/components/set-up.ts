import { readFileSync } from 'node:fs';
import { setup } from '@sa11y/jest';

// Every test sees the labels' own English words, and may ask `toBeAccessible()`.
setup();

const xml = readFileSync('force-app/main/app/labels/CustomLabels.labels-meta.xml', 'utf8');
for (const [, name, value] of xml.matchAll(/<fullName>(\w+)<\/fullName>[\s\S]*?<value>([^<]*)<\/value>/g)) {
  jest.doMock(
    `@salesforce/label/c.${name ?? ''}`,
    () => ({ __esModule: true, default: value?.replaceAll('&amp;', '&') }),
    { virtual: true },
  );
}

afterEach(() => {
  while (document.body.firstChild) document.body.removeChild(document.body.firstChild);
  jest.clearAllMocks();
});
