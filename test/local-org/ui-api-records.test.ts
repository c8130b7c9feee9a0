import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, keysAt, listAt, textAt } from '../support/local-org/answer-parts.ts';
import { type Answer, startUiOrg, type UiOrg } from '../support/local-org/ui-org.ts';

let org: UiOrg;
let clock = Date.parse('2026-03-02T08:00:00Z');
let accountId: string;
beforeAll(async () => {
  org = await startUiOrg({ now: () => clock });
  const account = await org.admin.call('POST', '/ui-api/records', { apiName: 'Account', fields: { Name: 'Acme' } });
  accountId = textAt(account.body, 'id');
});
afterAll(() => org.close());

const create = (fields: Record<string, unknown>): Promise<Answer> =>
  org.wang.call('POST', '/ui-api/records', { apiName: 'Project__c', fields: { Name: 'Bridge', ...fields } });

describe('a record', () => {
  it('shows values as the user reads them beside the raw ones', async () => {
    const { body } = await create({
      Budget__c: 1234.5,
      Done__c: 12.5,
      Due__c: '2026-12-31',
      Met__c: '2026-03-02T20:30:00.000Z',
      Tags__c: 'Cloud;Edge',
    });
    const names = ['Name', 'Budget__c', 'Done__c', 'Due__c', 'Met__c', 'Tags__c', 'Status__c'];
    const fields = names.map((name) => `Project__c.${name}`).join(',');
    const chinese = await org.wang.call('GET', `/ui-api/records/${textAt(body, 'id')}?fields=${fields}`);
    const english = await org.admin.call('GET', `/ui-api/records/${textAt(body, 'id')}?fields=${fields}`);
    expect(at(chinese.body, 'fields')).toEqual({
      Budget__c: { displayValue: 'US$1,234.50', value: 1234.5 },
      Done__c: { displayValue: '12.5%', value: 12.5 },
      Due__c: { displayValue: '2026/12/31', value: '2026-12-31' },
      Met__c: { displayValue: '2026/3/3 4:30', value: '2026-03-02T20:30:00.000Z' },
      Name: { displayValue: null, value: 'Bridge' },
      Status__c: { displayValue: '进行中', value: 'Open' },
      Tags__c: { displayValue: 'Cloud;Edge', value: 'Cloud;Edge' },
    });
    expect(at(english.body, 'fields')).toMatchObject({
      Budget__c: { displayValue: '$1,234.50' },
      Due__c: { displayValue: '12/31/2026' },
      Met__c: { displayValue: '3/3/2026, 4:30 AM' },
      Status__c: { displayValue: 'Open' },
    });
  });

  it('nests the records it looks up and names the field that points at them', async () => {
    const { body } = await create({ Account__c: accountId });
    const read = await org.admin.call(
      'GET',
      `/ui-api/records/${textAt(body, 'id')}?fields=Project__c.Account__r.Owner.Alias`,
    );
    expect(at(read.body, 'fields')).toMatchObject({
      Account__c: { displayValue: null, value: accountId },
      Account__r: {
        displayValue: 'Acme',
        value: {
          apiName: 'Account',
          id: accountId,
          childRelationships: {},
          fields: {
            Id: { value: accountId },
            Name: { value: 'Acme' },
            OwnerId: { value: org.admin.id },
            Owner: { value: { apiName: 'User' } },
          },
        },
      },
    });
  });

  it('carries its type, its record type and its version', async () => {
    const { body } = await create({});
    const read = await org.wang.call('GET', `/ui-api/records/${textAt(body, 'id')}?fields=Project__c.Name`);
    expect(read.body).toMatchObject({
      apiName: 'Project__c',
      id: at(body, 'id'),
      lastModifiedById: org.wang.id,
      lastModifiedDate: '2026-03-02T08:00:00.000Z',
      systemModstamp: '2026-03-02T08:00:00.000Z',
      weakEtag: Date.parse('2026-03-02T08:00:00.000Z'),
      recordTypeInfo: { name: 'Small Project', master: false, available: true },
    });
    expect(at(read.body, 'recordTypeId')).toBe(at(read.body, 'recordTypeInfo.recordTypeId'));
  });

  it('refuses a required field that is hidden or missing, and leaves an optional one out', async () => {
    const { body } = await create({});
    const hidden = await org.wang.call('GET', `/ui-api/records/${textAt(body, 'id')}?fields=Project__c.Secret__c`);
    const optional = await org.wang.call(
      'GET',
      `/ui-api/records/${textAt(body, 'id')}?fields=Project__c.Name&optionalFields=Project__c.Secret__c,Project__c.Nope__c`,
    );
    const unqualified = await org.wang.call('GET', `/ui-api/records/${textAt(body, 'id')}?fields=Name`);
    expect([hidden.status, at(hidden.body, '0.errorCode')]).toEqual([400, 'INVALID_FIELD']);
    expect(at(hidden.body, '0.message')).toMatch(/^No such column 'Secret__c' on entity 'Project__c'\./);
    expect(keysAt(optional.body, 'fields')).toEqual(['Name']);
    expect([unqualified.status, at(unqualified.body, '0.errorCode')]).toEqual([400, 'ILLEGAL_QUERY_PARAMETER_VALUE']);
  });

  it('is missing for one who asks for nothing of it, hidden from one without rights, and absent when deleted', async () => {
    const { body } = await create({});
    const nothing = await org.wang.call('GET', `/ui-api/records/${textAt(body, 'id')}`);
    const guest = await org.guest.call('GET', `/ui-api/records/${textAt(body, 'id')}?fields=Project__c.Name`);
    expect((await org.wang.call('DELETE', `/ui-api/records/${textAt(body, 'id')}`)).status).toBe(204);
    const deleted = await org.wang.call('GET', `/ui-api/records/${textAt(body, 'id')}?fields=Project__c.Name`);
    expect([nothing.status, guest.status, deleted.status]).toEqual([400, 403, 404]);
    expect(deleted.body).toEqual([{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }]);
  });

  it('is read in a batch with its neighbours, each with its own status', async () => {
    const { body } = await create({});
    const ids = [at(body, 'id'), accountId, '001000000000000AAA', 'nonsense'].join(',');
    const batch = await org.wang.call('GET', `/ui-api/records/batch/${ids}?fields=Project__c.Name,Account.Name`);
    expect(at(batch.body, 'hasErrors')).toBe(true);
    expect(listAt(batch.body, 'results').map((each) => at(each, 'statusCode'))).toEqual([200, 200, 404, 400]);
    expect(at(batch.body, 'results.1.result.fields')).toEqual({ Name: { displayValue: null, value: 'Acme' } });
  });

  it('comes with the fields of its page layout, but not with hidden ones', async () => {
    const { body } = await create({ Account__c: accountId, Budget__c: 5 });
    const full = await org.wang.call('GET', `/ui-api/records/${textAt(body, 'id')}?layoutTypes=Full&modes=View`);
    expect(at(full.body, 'fields')).toMatchObject({
      Name: { value: 'Bridge' },
      Budget__c: { value: 5 },
      Account__r: { displayValue: 'Acme' },
    });
    expect(at(full.body, 'fields')).not.toHaveProperty('Secret__c');
    expect(at(full.body, 'fields')).not.toHaveProperty('Due__c');
  });
});

describe('saving a record', () => {
  it('answers with the record as it now is', async () => {
    const created = await create({ Due__c: '2026-05-01' });
    const updated = await org.wang.call('PATCH', `/ui-api/records/${textAt(created.body, 'id')}`, {
      fields: { Due__c: null, Budget__c: '12.50' },
    });
    expect(created.status).toBe(201);
    expect(at(created.body, 'fields')).toMatchObject({ Name: { value: 'Bridge' }, Due__c: { value: '2026-05-01' } });
    expect(updated.status).toBe(200);
    expect(at(updated.body, 'fields')).toMatchObject({ Due__c: { value: null }, Budget__c: { value: 12.5 } });
  });

  it('reports every failing rule, at its field or at the top of the page', async () => {
    const { body } = await create({});
    const refused = await org.wang.call('PATCH', `/ui-api/records/${textAt(body, 'id')}`, {
      fields: { Budget__c: -1, Status__c: 'Closed' },
    });
    expect(refused).toEqual({
      status: 400,
      body: {
        message: 'An error occurred while trying to update the record. Please try again.',
        statusCode: 400,
        enhancedErrorType: 'RecordError',
        output: {
          errors: [
            {
              constituentField: null,
              duplicateRecordError: null,
              errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
              field: null,
              fieldLabel: null,
              message: 'A closed project has a due date.',
            },
          ],
          fieldErrors: {
            Budget__c: [
              {
                constituentField: null,
                duplicateRecordError: null,
                errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
                field: 'Budget__c',
                fieldLabel: '预算',
                message: 'A budget is not negative.',
              },
            ],
          },
        },
      },
    });
    const after = await org.wang.call(
      'GET',
      `/ui-api/records/${textAt(body, 'id')}?fields=Project__c.Budget__c,Project__c.Status__c`,
    );
    expect(at(after.body, 'fields')).toMatchObject({ Budget__c: { value: null }, Status__c: { value: 'Open' } });
  });

  it('refuses to overwrite what somebody changed meanwhile', async () => {
    const { body } = await create({});
    clock += 60_000;
    await org.admin.call('PATCH', `/ui-api/records/${textAt(body, 'id')}`, { fields: { Name: 'Theirs' } });
    const path = `/ui-api/records/${textAt(body, 'id')}`;
    const stale = await org.wang.call(
      'PATCH',
      path,
      { fields: { Name: 'Mine' } },
      { 'If-Unmodified-Since': textAt(body, 'lastModifiedDate') },
    );
    const fresh = await org.wang.call(
      'PATCH',
      path,
      { fields: { Name: 'Mine' } },
      { 'If-Unmodified-Since': new Date(clock).toUTCString() },
    );
    expect([stale.status, fresh.status]).toEqual([412, 200]);
    expect(at(fresh.body, 'fields.Name.value')).toBe('Mine');
  });

  it('refuses fields the user may not write, fields that do not exist and a body of another form', async () => {
    const { body } = await create({});
    const hidden = await org.wang.call('PATCH', `/ui-api/records/${textAt(body, 'id')}`, {
      fields: { Secret__c: 'x' },
    });
    const unknown = await org.wang.call('PATCH', `/ui-api/records/${textAt(body, 'id')}`, { fields: { Nope__c: 'x' } });
    const form = await org.wang.call('PATCH', `/ui-api/records/${textAt(body, 'id')}`, { fields: {}, extra: true });
    const guest = await org.guest.call('POST', '/ui-api/records', { apiName: 'Project__c', fields: { Name: 'x' } });
    expect(at(hidden.body, 'output.fieldErrors.Secret__c.0.errorCode')).toBe('INVALID_FIELD_FOR_INSERT_UPDATE');
    expect(at(unknown.body, 'output.errors.0')).toMatchObject({ errorCode: 'INVALID_FIELD' });
    expect(at(form.body, '0')).toEqual({
      errorCode: 'JSON_PARSER_ERROR',
      message: 'Unexpected parameter encountered during deserialization: extra',
    });
    expect(guest.status).toBe(403);
  });

  it.each(['O\'Neil \\ "quoted"', '%_*?', "'; DELETE --", '𠮷野家 🏗️', 'tabs\tand\nlines'])(
    'keeps the text %j as it is',
    async (Name) => {
      const { body } = await create({ Notes__c: Name });
      const read = await org.wang.call('GET', `/ui-api/records/${textAt(body, 'id')}?fields=Project__c.Notes__c`);
      expect(at(read.body, 'fields.Notes__c.value')).toBe(Name);
    },
  );
});

describe('defaults of a new record', () => {
  it('come from the org, the record type and the user', async () => {
    const { body } = await org.wang.call('GET', '/ui-api/record-defaults/create/Project__c');
    expect(at(body, 'record')).toMatchObject({
      apiName: 'Project__c',
      id: null,
      weakEtag: 0,
      recordTypeInfo: { name: 'Small Project' },
    });
    expect(at(body, 'record.fields')).toMatchObject({
      Status__c: { displayValue: '进行中', value: 'Open' },
      OwnerId: { value: org.wang.id },
      Name: { value: null },
    });
    expect(at(body, 'objectInfos.Project__c.label')).toBe('项目');
    expect(at(body, 'layout')).toMatchObject({ layoutType: 'Full', mode: 'Create', sections: [{ heading: '资金' }] });
  });

  it('of a clone come from the record', async () => {
    const source = await create({ Budget__c: 7, Account__c: accountId });
    const { body } = await org.wang.call('GET', `/ui-api/record-defaults/clone/${textAt(source.body, 'id')}`);
    expect(at(body, 'record')).toMatchObject({
      id: null,
      fields: { Name: { value: 'Bridge' }, Budget__c: { value: 7 }, Account__c: { value: accountId } },
    });
    expect(at(body, 'record.fields')).not.toHaveProperty('Id');
  });

  it('are not given to one who may not create', async () => {
    expect((await org.guest.call('GET', '/ui-api/record-defaults/create/Project__c')).status).toBe(403);
  });
});
