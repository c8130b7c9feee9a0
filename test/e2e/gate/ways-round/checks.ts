import { expect } from 'vitest';
import { must } from '../deals.ts';
import type { WayRound } from './way-round.ts';

/** Ways round by the checks: delete, add, lower, mark, reassign, waive. Whatever is tried before the move may be refused or not; what counts is that the stage stays. */
export const checks: readonly WayRound[] = [
  {
    name: 'deleting the open check',
    start: 'own done',
    async attempt(a) {
      await a.remove('MF_Check__c', a.deal.check('CLEAR').Id);
      return a.move('S2');
    },
    says: /not met/,
  },
  {
    name: 'adding easy checks of the playbook kind',
    start: 'open',
    async attempt(a) {
      const easy = {
        Gate__c: a.deal.gateId,
        From_Playbook__c: true,
        Kind__c: 'Action',
        Title_En__c: 'Easy',
        Weight__c: 1000,
        Status__c: 'Passed',
      };
      await a.create('MF_Check__c', easy);
      await a.create('MF_Check__c', { ...easy, Check_Key__c: `${a.deal.gateId}|EASY` });
      return a.move('S2');
    },
    says: /not met/,
  },
  {
    name: 'replacing the deleted check by an easy one of the same weight',
    start: 'own done',
    async attempt(a) {
      await a.remove('MF_Check__c', a.deal.check('CLEAR').Id);
      await a.create('MF_Check__c', {
        Gate__c: a.deal.gateId,
        From_Playbook__c: true,
        Kind__c: 'Action',
        Title_En__c: 'Easy',
        Weight__c: 10,
        Status__c: 'Open',
        Assignee__c: a.attacker.id,
        Check_Key__c: `${a.deal.gateId}|EASY`,
      });
      return a.move('S2');
    },
    says: /not met/,
  },
  {
    name: 'lowering weights and taking marks off',
    start: 'own done',
    async attempt(a) {
      const { Id } = a.deal.check('CLEAR');
      for (const change of [
        { Weight__c: 0 },
        { Blocking__c: false },
        { Mandatory__c: false },
        { From_Playbook__c: false },
        { Role_Key__c: 'AR' },
        { Validity_Days__c: null },
      ])
        await a.update('MF_Check__c', { Id, ...change });
      return a.move('S2');
    },
    says: /not met/,
  },
  {
    name: 'taking the blocking mark off',
    start: 'own done',
    async attempt(a) {
      await a.update('MF_Check__c', { Id: a.deal.check('CLEAR').Id, Blocking__c: false });
      return a.move('S2');
    },
    says: /not met/,
  },
  {
    name: 'marking the blocking check not applicable',
    start: 'own done',
    async attempt(a) {
      await a.update('MF_Check__c', { Id: a.deal.check('CLEAR').Id, Status__c: 'Not applicable' });
      return a.move('S2');
    },
    says: /not met/,
  },
  {
    name: 'marking an own mandatory check not applicable',
    start: 'met',
    async attempt(a) {
      expect(await a.update('MF_Check__c', { Id: a.deal.check('NEED').Id, Status__c: 'Not applicable' })).toMatchObject(
        { success: true },
      );
      return a.move('S2');
    },
    says: /not met/,
  },
  {
    name: 'reassigning the check to oneself and passing it',
    start: 'own done',
    async attempt(a) {
      const { Id } = a.deal.check('CLEAR');
      await a.update('MF_Check__c', { Id, Assignee__c: a.attacker.id });
      await a.update('MF_Check__c', { Id, Status__c: 'Passed', Expires_On__c: a.org.today(10) });
      await a.update('MF_Check__c', {
        Id,
        Assignee__c: a.attacker.id,
        Status__c: 'Passed',
        Expires_On__c: a.org.today(10),
      });
      return a.move('S2');
    },
    says: /not met/,
  },
  {
    name: 'waiving the check oneself',
    start: 'own done',
    async attempt(a) {
      const { Id } = a.deal.check('CLEAR');
      const until = a.org.today(5);
      await a.update('MF_Check__c', { Id, Waived__c: true, Waived_Until__c: until });
      const request = {
        Deal__c: a.deal.dealId,
        Check__c: Id,
        Reason__c: 'Later',
        Expires_On__c: until,
        Requested_By__c: a.attacker.id,
        Approver__c: a.attacker.id,
      };
      await a.create('MF_Waiver__c', { ...request, Status__c: 'Approved' });
      const { id } = await a.create('MF_Waiver__c', { ...request, Status__c: 'Requested' });
      if (id)
        await a.update('MF_Waiver__c', {
          Id: id,
          Status__c: 'Approved',
          Approver__c: a.attacker.id,
          Compliance_By__c: a.attacker.id,
        });
      if (id) await a.update('MF_Check__c', { Id, Waived__c: true, Waived_Until__c: until, Waiver__c: id });
      return a.move('S2');
    },
    says: /not met/,
  },
  {
    name: 'passing with an answer and clearing it after',
    start: 'met',
    async attempt(a) {
      const { Id } = a.deal.check('NEED');
      expect(await a.update('MF_Check__c', { Id, Answer__c: null }), 'no proof, no pass').toMatchObject({
        success: false,
      });
      expect(await a.update('MF_Check__c', { Id: a.deal.check('VISIT').Id, Evidence__c: null })).toMatchObject({
        success: false,
      });
      await a.update('MF_Check__c', { Id, Status__c: 'Failed', Answer__c: null });
      return a.move('S2');
    },
    says: /not met/,
  },
  {
    name: 'keeping alive what legal passed and has taken back',
    start: 'met',
    async attempt(a) {
      const { Id } = a.deal.check('CLEAR');
      for (const change of [
        { Answer__c: 'Fine' },
        { Evidence__c: 'https://docs.example.com/2' },
        { Expires_On__c: a.org.today(3) },
      ])
        expect(await a.update('MF_Check__c', { Id, ...change }), JSON.stringify(change)).toMatchObject({
          success: false,
        });
      await must(a.org.legal.connection, 'update', 'MF_Check__c', [{ Id, Status__c: 'Open' }]);
      await a.update('MF_Check__c', { Id, Status__c: 'Passed', Expires_On__c: a.org.today(3) });
      return a.move('S2');
    },
    says: /not met/,
  },
];
