import { expect } from 'vitest';
import { stageValue } from '../fixture-playbooks.ts';
import type { WayRound } from './way-round.ts';

/** Ways round by the records above: manifest, pointer, second and borrowed gates and deals, deletion. Whatever is tried before the move may be refused or not; what counts is that the stage stays. */
export const records: readonly WayRound[] = [
  {
    name: 'editing the manifest and the threshold',
    start: 'own done',
    async attempt(a) {
      await a.remove('MF_Check__c', a.deal.check('CLEAR').Id);
      for (const change of [
        { Planned_Checks__c: 2, Planned_Weight__c: 90 },
        { Planned_Checks__c: null },
        { Threshold__c: 0 },
        { Empty_By_Design__c: true, Planned_Checks__c: 0 },
      ])
        await a.update('MF_Gate__c', { Id: a.deal.gateId, ...change });
      return a.move('S2');
    },
    says: /not met/,
  },
  {
    name: 'pointing the deal at the met gate of another deal',
    start: 'open',
    async attempt(a) {
      await a.update('MF_Deal__c', { Id: a.deal.dealId, Current_Gate__c: a.metDeal.gateId });
      return a.move('S2');
    },
    says: /not met/,
  },
  {
    name: 'clearing the pointer of the deal',
    start: 'open',
    async attempt(a) {
      await a.update('MF_Deal__c', { Id: a.deal.dealId, Current_Gate__c: null });
      return a.move('S2');
    },
    says: /not met/,
  },
  {
    name: 'making a second gate for the stage',
    start: 'open',
    async attempt(a) {
      const { records } = await a.org.admin.query<{ Stage__c: string }>(
        `SELECT Stage__c FROM MF_Gate__c WHERE Id = '${a.deal.gateId}'`,
      );
      const forged = {
        Deal__c: a.deal.dealId,
        Stage__c: records[0]!.Stage__c,
        Stage_Value__c: stageValue('S1'),
        Stage_Order__c: 1,
        Threshold__c: 80,
      };
      for (const change of [
        { Gate_Key__c: `${a.deal.dealId}|${stageValue('S1')}` },
        { Gate_Key__c: 'mine', Threshold__c: 0 },
        { Gate_Key__c: null },
      ]) {
        const { id } = await a.create('MF_Gate__c', { ...forged, ...change });
        if (id) await a.update('MF_Deal__c', { Id: a.deal.dealId, Current_Gate__c: id });
      }
      return a.move('S2');
    },
    says: /not met/,
  },
  {
    name: 'a second deal for the opportunity',
    start: 'open',
    async attempt(a) {
      const { records } = await a.org.admin.query<{ Playbook__c: string }>(
        `SELECT Playbook__c FROM MF_Deal__c WHERE Id = '${a.deal.dealId}'`,
      );
      for (const key of [a.deal.opportunityId, a.metDeal.opportunityId, null]) {
        const { id } = await a.create('MF_Deal__c', {
          Opportunity__c: a.deal.opportunityId,
          Opportunity_Key__c: key,
          Playbook__c: records[0]!.Playbook__c,
          Playbook_Key__c: 'M1|1.0',
        });
        expect(id ?? null).toBeNull();
      }
      return a.move('S2');
    },
    says: /not met/,
  },
  {
    name: 're-parenting a met deal, gate and check',
    start: 'open',
    async attempt(a) {
      await a.update('MF_Deal__c', { Id: a.metDeal.dealId, Opportunity__c: a.deal.opportunityId });
      await a.update('MF_Gate__c', { Id: a.metDeal.gateId, Deal__c: a.deal.dealId });
      await a.update('MF_Check__c', { Id: a.metDeal.check('NEED').Id, Gate__c: a.deal.gateId });
      return a.move('S2');
    },
    says: /not met/,
  },
  {
    name: 'deleting the deal',
    start: 'open',
    async attempt(a) {
      await a.remove('MF_Deal__c', a.deal.dealId);
      return a.move('S2');
    },
    says: /no deal workspace|not met/,
  },
  {
    name: 'deleting the gate',
    start: 'open',
    async attempt(a) {
      await a.remove('MF_Gate__c', a.deal.gateId);
      return a.move('S2');
    },
    says: /does not stand at the gate|not met/,
  },
  {
    name: 'skipping the phase after the win',
    start: 'won',
    async attempt(a) {
      await a.update('MF_Deal__c', { Id: a.deal.dealId, Phase__c: 'Closed' });
      return a.move('P4', { MF_Move_Reason__c: 'Not yet' });
    },
    says: /Reopen Won Deals/,
  },
  {
    name: 'cloning the opportunity into the next stage, with its deal or with a met one',
    start: 'open',
    async attempt(a) {
      const clone = { Name: 'Clone', CloseDate: '2026-12-31', Amount: 1, MF_Deal_Type__c: 'HQ_Solution' };
      const first = { ...clone, StageName: stageValue('S1') };
      expect(await a.create('Opportunity', { ...first, MF_Deal__c: a.deal.dealId })).toMatchObject({ success: false });
      expect(await a.create('Opportunity', { ...first, MF_Deal__c: a.metDeal.dealId })).toMatchObject({
        success: false,
      });
      return a.create('Opportunity', { ...clone, StageName: stageValue('S2') });
    },
    says: /clone too, begins in the first stage/,
  },
  {
    name: 'choosing the type and moving in one save, and choosing it late',
    start: 'open',
    async attempt(a) {
      const { id } = await a.create('Opportunity', {
        Name: 'Late',
        CloseDate: '2026-12-31',
        Amount: 1,
        StageName: stageValue('S1'),
      });
      const typed = { Id: id!, MF_Deal_Type__c: 'HQ_Solution' };
      expect(await a.update('Opportunity', { ...typed, StageName: stageValue('S2') })).toMatchObject({
        success: false,
      });
      await a.update('Opportunity', { Id: id!, StageName: stageValue('S3') });
      return a.update('Opportunity', typed);
    },
    says: /first stage of its playbook/,
  },
];
