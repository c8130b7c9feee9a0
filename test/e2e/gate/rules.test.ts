import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gateRules } from '../../support/package-rules.ts';
import { write } from './deals.ts';
import { openGateOrg, type GateOrg } from './gate-org.ts';
import { writer } from './rules/provocation.ts';
import { provocations } from './rules/provocations.ts';
import { prepareSetting, type Setting } from './rules/setting.ts';

/** With every flow off, each rule refuses by itself and says so in its own words. */
let org: GateOrg;
let setting: Setting;
beforeAll(async () => {
  org = await openGateOrg();
  setting = await prepareSetting(org);
}, 180_000);
afterAll(() => org?.close());

const messages = new Map(gateRules().map(({ object, name, message }) => [`${object}.${name}`, message]));

describe.each(Object.entries(provocations))('with every flow off, on %s', (object, list) => {
  it.each(list)('$rule refuses', async ({ rule, by, row }) => {
    const values = await row(setting);
    const operation = 'Id' in values ? 'update' : 'create';
    const [outcome] = await write(writer(org, by), operation, object, [values]);
    expect(outcome?.success).toBe(false);
    expect(outcome?.errors.map(({ message }) => message)).toContain(messages.get(`${object}.${rule}`));
  });
});
