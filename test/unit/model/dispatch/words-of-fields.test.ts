import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const objects = readdirSync('force-app/main/dispatch/objects');
const namesIn = (folder: string) =>
  existsSync(folder) ? readdirSync(folder).map((file) => file.replace(/\.\w+-meta\.xml$/, '')) : [];
const textOf = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : '');
const fields = objects.flatMap((object) =>
  namesIn(`force-app/main/dispatch/objects/${object}/fields`).map((name) => ({
    name: `${object}.${name}`,
    xml: textOf(`force-app/main/dispatch/objects/${object}/fields/${name}.field-meta.xml`),
    zh: textOf(`force-app/main/dispatch/objectTranslations/${object}-zh_CN/${name}.fieldTranslation-meta.xml`),
  })),
);

it('describes every field of dispatch and says it in Chinese, help and values too', () => {
  expect(fields.length).toBeGreaterThan(150);
  const wanting = fields.filter(({ xml, zh }) => {
    const values = [...xml.matchAll(/<label>([^<]*)<\/label>\s*<\/value>/g)].map((match) => match[1] ?? '');
    return (
      !/<description>\S/.test(xml) ||
      !/<label>[^<]*[\u4e00-\u9fff]/.test(zh) ||
      /<inlineHelpText>/.test(xml) !== /<help>[^<]*[\u4e00-\u9fff]/.test(zh) ||
      values.some((value) => !zh.includes(`<masterLabel>${value}</masterLabel>`))
    );
  });
  expect(wanting.map(({ name }) => name)).toEqual([]);
});

it('translates every refusal of its own objects', () => {
  const untranslated = objects
    .filter((object) => object !== 'MF_Deal__c')
    .flatMap((object) => {
      const words = textOf(
        `force-app/main/dispatch/objectTranslations/${object}-zh_CN/${object}-zh_CN.objectTranslation-meta.xml`,
      );
      return namesIn(`force-app/main/dispatch/objects/${object}/validationRules`)
        .filter((rule) => !words.includes(`<name>${rule}</name>`))
        .map((rule) => `${object}.${rule}`);
    });
  expect(untranslated).toEqual([]);
});

it('classifies whatever tells a rate as restricted', () => {
  const rates = fields.filter(({ name }) =>
    /Hourly_Rate__c$|MF_(Booking|Effort|Candidate)__c\.Cost__c$|\.(Planned|Effort)_Cost__c$/.test(name),
  );
  expect(rates).toHaveLength(8);
  expect(rates.filter(({ xml }) => !xml.includes('<securityClassification>Restricted'))).toEqual([]);
});
