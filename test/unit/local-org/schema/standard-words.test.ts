import { describe, expect, it } from 'vitest';
import { buildSchema } from '../../../../scripts/local-org/schema/build.ts';

const schema = buildSchema([], 1);
const shown = schema.objects.filter(
  ({ kind, name }) => kind !== 'setup' || /^(User|UserRole|Group|Organization|BusinessHours|Holiday)$/.test(name),
);
const field = (path: string) => {
  const [object = '', name = ''] = path.split('.');
  const found = schema.object(object)?.field(name);
  if (!found) throw new Error(`no ${path}`);
  return found;
};

describe("the platform's own words in Chinese", () => {
  it('name every built-in object', () => {
    const data = schema.objects.filter(({ tooling }) => tooling === undefined);
    const missing = data.filter(({ translations }) => !translations?.['zh_CN']).map(({ name }) => name);
    expect(missing).toEqual([]);
  });

  it('name every field and every value that people see', () => {
    const missing = shown.flatMap((type) =>
      type.fields.flatMap((each) => [
        ...(each.translations?.['zh_CN'] ? [] : [`${type.name}.${each.name} ${each.label}`]),
        ...(each.formLabel && !each.formTranslations?.['zh_CN'] ? [`form ${type.name}.${each.name}`] : []),
        ...(each.picklist?.values ?? [])
          .filter((value) => !value.translations?.['zh_CN'])
          .map((value) => `${type.name}.${each.name} = ${value.label}`),
      ]),
    );
    expect(missing).toEqual([]);
  });

  it.each([
    ['Opportunity.CloseDate', 'Close Date', '结束日期'],
    ['Opportunity.StageName', 'Stage', '阶段'],
    ['Opportunity.Amount', 'Amount', '金额'],
    ['Opportunity.AccountId', 'Account ID', '客户 ID'],
    ['Opportunity.OwnerId', 'Owner ID', '所有人 ID'],
    ['Contact.ReportsToId', 'Reports To ID', '直属上司 ID'],
  ])('call %s %s and %s', (path, english, chinese) => {
    expect(field(path).label).toBe(english);
    expect(field(path).translations?.['zh_CN']).toBe(chinese);
  });

  it.each([
    ['Opportunity.AccountId', 'Account Name', '客户名'],
    ['Opportunity.OwnerId', 'Opportunity Owner', '业务机会所有人'],
    ['Opportunity.Name', 'Opportunity Name', '业务机会名称'],
    ['Opportunity.CreatedById', 'Created By', '创建人'],
    ['Contact.ReportsToId', 'Reports To', '直属上司'],
    ['Task.WhatId', 'Related To', '相关项'],
  ])('call the lookup %s %s and %s in forms and lists', (path, english, chinese) => {
    expect(field(path).formLabel).toBe(english);
    expect(field(path).formTranslations?.['zh_CN']).toBe(chinese);
  });
});
