import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, keysAt, listAt, textAt } from '../support/local-org/answer-parts.ts';
import { startUiOrg, type UiOrg } from '../support/local-org/ui-org.ts';

const MASTER = '012000000000000AAA';

let org: UiOrg;
let small: string;
beforeAll(async () => {
  org = await startUiOrg();
  const info = await org.wang.call('GET', '/ui-api/object-info/Project__c');
  small = textAt(info.body, 'defaultRecordTypeId');
});
afterAll(() => org.close());

describe('object info', () => {
  it('speaks the language of the user', async () => {
    const chinese = await org.wang.call('GET', '/ui-api/object-info/Project__c');
    const english = await org.admin.call('GET', '/ui-api/object-info/Project__c');
    expect(chinese.body).toMatchObject({
      label: '项目',
      labelPlural: '项目',
      fields: { Budget__c: { label: '预算' } },
    });
    expect(english.body).toMatchObject({
      label: 'Project',
      labelPlural: 'Projects',
      fields: { Budget__c: { label: 'Budget' } },
    });
  });

  it('describes a field with everything that a form needs', async () => {
    const { body } = await org.admin.call('GET', '/ui-api/object-info/Project__c');
    expect(at(body, 'fields.Budget__c')).toEqual({
      apiName: 'Budget__c',
      calculated: false,
      compound: false,
      compoundComponentName: null,
      compoundFieldName: null,
      controllerName: null,
      controllingFields: [],
      createable: true,
      custom: true,
      dataType: 'Currency',
      extraTypeInfo: null,
      filterable: true,
      filteredLookupInfo: null,
      highScaleNumber: false,
      htmlFormatted: false,
      inlineHelpText: 'What the customer may spend',
      label: 'Budget',
      length: 0,
      nameField: false,
      polymorphicForeignKey: false,
      precision: 16,
      reference: false,
      referenceTargetField: null,
      referenceToInfos: [],
      relationshipName: null,
      required: false,
      scale: 2,
      searchPrefilterable: false,
      sortable: true,
      unique: false,
      updateable: true,
    });
    expect(at(body, 'fields.Account__c')).toMatchObject({
      dataType: 'Reference',
      relationshipName: 'Account__r',
      referenceToInfos: [{ apiName: 'Account', nameFields: ['Name'] }],
    });
    expect(at(body, 'fields.Notes__c')).toMatchObject({
      dataType: 'TextArea',
      filterable: false,
      sortable: false,
      length: 2000,
    });
    expect(body).toMatchObject({ nameFields: ['Name'], dependentFields: { Status__c: { Reason__c: {} } } });
    expect(at(body, 'childRelationships')).toContainEqual({
      childObjectApiName: 'Milestone__c',
      fieldName: 'Project__c',
      junctionIdListNames: [],
      junctionReferenceTo: [],
      relationshipName: 'Milestones__r',
    });
  });

  it('shows only what the user may see', async () => {
    const wang = await org.wang.call('GET', '/ui-api/object-info/Project__c');
    const guest = await org.guest.call('GET', '/ui-api/object-info/Project__c');
    expect(at(wang.body, 'fields')).not.toHaveProperty('Secret__c');
    expect(guest).toEqual({
      status: 403,
      body: [
        {
          errorCode: 'INSUFFICIENT_ACCESS',
          message: "You don't have access to this record. Ask your administrator for help or to request access.",
        },
      ],
    });
  });

  it('answers for several objects at once, each with its own status', async () => {
    const { body } = await org.wang.call('GET', '/ui-api/object-info/batch/Project__c,Nothing__c,Account');
    expect(listAt(body, 'results').map((each) => at(each, 'statusCode'))).toEqual([200, 403, 200]);
    expect(at(body, 'results.2.result')).toMatchObject({ apiName: 'Account', keyPrefix: '001' });
  });

  it('lists the objects of the user', async () => {
    const wang = await org.wang.call('GET', '/ui-api/object-info');
    const guest = await org.guest.call('GET', '/ui-api/object-info');
    expect(at(wang.body, 'objects.Project__c')).toMatchObject({ label: '项目', nameFields: ['Name'] });
    expect(at(guest.body, 'objects')).not.toHaveProperty('Project__c');
  });

  it('keeps its tag while nothing changes', async () => {
    const first = await org.admin.call('GET', '/ui-api/object-info/Account');
    const second = await org.admin.call('GET', '/ui-api/object-info/Account');
    expect(at(first.body, 'eTag')).toMatch(/^[0-9a-f]{32}$/);
    expect(at(second.body, 'eTag')).toBe(at(first.body, 'eTag'));
  });

  it('refuses a parameter that it does not have', async () => {
    const { status, body } = await org.admin.call('GET', '/ui-api/object-info/Account?feilds=Name');
    expect(status).toBe(400);
    expect(body).toEqual([
      { errorCode: 'ILLEGAL_QUERY_PARAMETER_VALUE', message: 'Unrecognized query parameter: feilds' },
    ]);
  });
});

describe('picklist values', () => {
  it('are those of the record type, translated', async () => {
    const ofSmall = await org.wang.call('GET', `/ui-api/object-info/Project__c/picklist-values/${small}/Status__c`);
    const ofMaster = await org.admin.call('GET', `/ui-api/object-info/Project__c/picklist-values/${MASTER}/Status__c`);
    expect(at(ofSmall.body, 'values')).toEqual([
      { attributes: null, label: '进行中', validFor: [], value: 'Open' },
      { attributes: null, label: '已关闭', validFor: [], value: 'Closed' },
    ]);
    expect(at(ofSmall.body, 'defaultValue')).toMatchObject({ value: 'Open' });
    expect(listAt(ofMaster.body, 'values').map((each) => at(each, 'label'))).toEqual(['Open', 'Closed', 'Lost']);
  });

  it('say under which controlling value they are valid', async () => {
    const { body } = await org.admin.call('GET', `/ui-api/object-info/Project__c/picklist-values/${MASTER}/Reason__c`);
    expect(at(body, 'controllerValues')).toEqual({ Open: 0, Closed: 1, Lost: 2 });
    expect(listAt(body, 'values').map((each) => [at(each, 'value'), at(each, 'validFor')])).toEqual([
      ['Price', [2]],
      ['Time', [1, 2]],
    ]);
  });

  it('carry the meaning of an opportunity stage', async () => {
    const { body } = await org.admin.call('GET', `/ui-api/object-info/Opportunity/picklist-values/${MASTER}/StageName`);
    const won = listAt(body, 'values').find((each) => at(each, 'value') === 'Closed Won');
    expect(at(won, 'attributes')).toEqual({
      closed: true,
      defaultProbability: 100,
      forecastCategoryName: 'Closed',
      picklistAtrributesValueType: 'OpportunityStage',
      won: true,
    });
  });

  it('come for all picklists of an object at once', async () => {
    const { body } = await org.wang.call('GET', `/ui-api/object-info/Project__c/picklist-values/${small}`);
    expect(keysAt(body, 'picklistFieldValues').sort()).toEqual(['Reason__c', 'Status__c', 'Tags__c']);
    // A record type allows nothing of a picklist that it does not name.
    expect(at(body, 'picklistFieldValues.Reason__c.values')).toEqual([]);
  });

  it('are refused for a field that is no picklist and for a record type that is not there', async () => {
    const noPicklist = await org.admin.call('GET', `/ui-api/object-info/Project__c/picklist-values/${MASTER}/Name`);
    const noRecordType = await org.admin.call(
      'GET',
      '/ui-api/object-info/Project__c/picklist-values/012000000000ZZZ/Status__c',
    );
    expect([noPicklist.status, at(noPicklist.body, '0.errorCode')]).toEqual([400, 'ILLEGAL_QUERY_PARAMETER_VALUE']);
    expect([noRecordType.status, at(noRecordType.body, '0.errorCode')]).toEqual([404, 'NOT_FOUND']);
  });
});
