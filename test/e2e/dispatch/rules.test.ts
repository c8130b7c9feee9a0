import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dispatchRules } from '../../support/package-rules.ts';
import { write } from '../gate/deals.ts';
import { openDispatchOrg, type DispatchOrg } from './dispatch-org.ts';
import { provocations } from './rules/provocations.ts';
import { prepareSetting, type Setting } from './rules/setting.ts';

/** With every flow off, each rule refuses by itself and says so in its own words. */
let org: DispatchOrg;
let setting: Setting;
beforeAll(async () => {
  org = await openDispatchOrg();
  setting = await prepareSetting(org);
}, 180_000);
afterAll(() => org?.close());

const messages = new Map(dispatchRules().map(({ object, name, message }) => [`${object}.${name}`, message]));

describe.each(Object.entries(provocations))('with every flow off, on %s', (object, list) => {
  it.each(list)('$rule refuses', async ({ rule, by, on, row }) => {
    const values = row(setting);
    const operation = 'Id' in values ? 'update' : 'create';
    const [outcome] = await write(org[by].connection, operation, on ?? object, [values]);
    expect(outcome?.success).toBe(false);
    expect(outcome?.errors.map(({ message }) => message)).toContain(messages.get(`${object}.${rule}`));
  });
});
