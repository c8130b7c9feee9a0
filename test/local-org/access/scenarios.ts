import { idOf } from './people.ts';
import type { Stage, Values } from './stage.ts';

/** A kind of record in one situation. */
export interface Scenario {
  readonly object: string;
  /** Makes that many of them, alike. */
  make(count: number): Promise<string[]>;
  /** What is sent to create one. */
  readonly values: (nonce: string) => Values;
  /** A change that needs nothing but access. */
  readonly change: Values;
  /** Has an owner to change. */
  readonly owned: boolean;
  /** The setup is written by REST and Bulk alone. */
  readonly setup?: true;
}

type Open = (stage: Stage) => Promise<Scenario>;

const named = (nonce: string): Values => ({ Name: nonce });

/** Records of a custom object that the owner owns. */
const ofOwner =
  (object: string, more: Values = {}): Open =>
  async (stage) => ({
    object,
    make: (count) => stage.records(object, count, { Name: 'made', OwnerId: stage.cast.owner.id, ...more }),
    values: named,
    change: { Name: 'changed' },
    owned: true,
  });

async function planSharedToRead(stage: Stage): Promise<string> {
  const ParentId = await stage.one('Plan__c', { Name: 'shared', OwnerId: stage.cast.owner.id });
  const UserOrGroupId = await idOf(stage.test, 'Group', 'Readers');
  await stage.one('Plan__Share', { ParentId, UserOrGroupId, AccessLevel: 'Read' });
  return ParentId;
}

/** A detail below a chain of masters, the topmost of which is a plan: `['Detail__c', 'Step__c']`. */
const below =
  (...chain: readonly string[]): Open =>
  async (stage) => {
    let field = 'Plan__c';
    let master = await planSharedToRead(stage);
    for (const object of chain.slice(0, -1)) {
      master = await stage.one(object, { Name: 'master', [field]: master });
      field = object;
    }
    const object = chain.at(-1) ?? '';
    const values: Values = { Name: 'made', [field]: master };
    return {
      object,
      make: (count) => stage.records(object, count, values),
      values: (Name) => ({ ...values, Name }),
      change: { Name: 'changed' },
      owned: false,
    };
  };

const linked: Open = async (stage) => {
  const Plan__c = await stage.one('Plan__c', { Name: 'pointed at', OwnerId: stage.cast.owner.id });
  return {
    object: 'Linked__c',
    make: (count) => stage.records('Linked__c', count, { Name: 'made', OwnerId: stage.cast.bystander, Plan__c }),
    values: (Name) => ({ Name, Plan__c }),
    change: { Name: 'changed' },
    owned: true,
  };
};

const sharedByHand: Open = async (stage) => ({
  ...(await ofOwner('Plan__c')(stage)),
  async make(count) {
    const ids = await stage.records('Plan__c', count, { Name: 'made', OwnerId: stage.cast.owner.id });
    const share = { UserOrGroupId: stage.cast.peer.id, AccessLevel: 'Edit' };
    await stage.all(
      'Plan__Share',
      ids.map((ParentId) => ({ ParentId, ...share })),
    );
    return ids;
  },
});

const deal: Values = { Name: 'made', StageName: 'Prospecting', CloseDate: '2026-12-31' };

/** Puts the two members into the team of each record. */
async function staff(stage: Stage, object: 'Account' | 'Opportunity', ids: readonly string[]): Promise<void> {
  const member = (id: string, UserId: string, level: string): Values => ({
    [`${object}Id`]: id,
    UserId,
    [`${object}AccessLevel`]: level,
    TeamMemberRole: 'Account Manager',
  });
  await stage.all(
    `${object}TeamMember`,
    ids.flatMap((id) => [member(id, stage.cast.teamReader.id, 'Read'), member(id, stage.cast.teamEditor.id, 'Edit')]),
  );
}

const opportunity = {
  object: 'Opportunity',
  values: (Name: string): Values => ({ ...deal, Name }),
  change: { Name: 'changed' },
  owned: true,
} as const;

const opportunityWithTeam: Open = async (stage) => ({
  ...opportunity,
  async make(count) {
    const ids = await stage.records('Opportunity', count, { ...deal, OwnerId: stage.cast.owner.id });
    await staff(stage, 'Opportunity', ids);
    return ids;
  },
});

const opportunityOfAccount: Open = async (stage) => {
  const AccountId = await stage.one('Account', { Name: 'of the owner', OwnerId: stage.cast.owner.id });
  return {
    ...opportunity,
    make: (count) => stage.records('Opportunity', count, { ...deal, AccountId, OwnerId: stage.cast.bystander }),
  };
};

const account = { object: 'Account', values: named, change: { Name: 'changed' }, owned: true } as const;

async function accountsWithTeam(stage: Stage, count: number): Promise<string[]> {
  const ids = await stage.records('Account', count, { Name: 'made', OwnerId: stage.cast.owner.id });
  await staff(stage, 'Account', ids);
  return ids;
}

const accountWithTeam: Open = async (stage) => ({ ...account, make: (count) => accountsWithTeam(stage, count) });

const accountOfOpportunity: Open = async (stage) => ({
  ...account,
  async make(count) {
    const ids = await stage.records('Account', count, { Name: 'made', OwnerId: stage.cast.bystander });
    const own = { ...deal, OwnerId: stage.cast.owner.id };
    const deals = await stage.all(
      'Opportunity',
      ids.map((AccountId) => ({ ...own, AccountId })),
    );
    await staff(stage, 'Opportunity', deals);
    return ids;
  },
});

const contact: Open = async (stage) => {
  const [AccountId = ''] = await accountsWithTeam(stage, 1);
  return {
    object: 'Contact',
    make: (count) => stage.records('Contact', count, { LastName: 'made', AccountId, OwnerId: stage.cast.owner.id }),
    values: (LastName) => ({ LastName, AccountId }),
    change: { LastName: 'changed' },
    owned: true,
  };
};

const activity =
  (object: 'Event' | 'Task', required: Values, change: Values): Open =>
  async (stage) => {
    const WhatId = await stage.one('Opportunity', { ...deal, OwnerId: stage.cast.owner.id });
    await staff(stage, 'Opportunity', [WhatId]);
    return {
      object,
      make: (count) => stage.records(object, count, { ...required, WhatId, OwnerId: stage.cast.owner.id }),
      values: () => required,
      change,
      owned: true,
    };
  };

const user: Open = async (stage) => {
  const { records } = await stage.test.connection.query<{ Id: string }>(
    "SELECT Id FROM Profile WHERE Name = 'Standard User'",
  );
  const ProfileId = records[0]?.Id ?? '';
  return {
    object: 'User',
    make: (count) => Promise.resolve(Array.from({ length: count }, () => stage.cast.bystander)),
    values: (nonce) => ({
      Username: `${nonce}@example.com`,
      LastName: nonce,
      Email: `${nonce}@example.com`,
      Alias: 'made',
      CommunityNickname: nonce,
      ProfileId,
      TimeZoneSidKey: 'Asia/Shanghai',
      LocaleSidKey: 'en_US',
      LanguageLocaleKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
    }),
    change: { LastName: 'changed' },
    owned: false,
    setup: true,
  };
};

let sets = 0;
const permissionSet: Open = async (stage) => ({
  object: 'PermissionSet',
  make: (count) =>
    stage.all(
      'PermissionSet',
      Array.from({ length: count }, () => ({ Name: `Made_${String((sets += 1))}`, Label: 'Made' })),
    ),
  values: (nonce) => ({ Name: nonce, Label: nonce }),
  change: { Label: 'changed' },
  owned: false,
  setup: true,
});

/** By the names that the matrix uses. */
export const scenarios: Readonly<Record<string, Open>> = {
  private: ofOwner('Plan__c'),
  'public read only': ofOwner('Notice__c'),
  'public read/write': ofOwner('Board__c'),
  'detail of a master shared to read': below('Detail__c'),
  'detail that asks for read on its master': below('Remark__c'),
  'detail of a detail': below('Detail__c', 'Step__c'),
  'detail three deep that asks for read on its master': below('Detail__c', 'Step__c', 'Move__c'),
  'lookup child of somebody else': linked,
  'met by a criteria rule': ofOwner('North__c', { Region__c: 'North' }),
  'met by an owner rule': ofOwner('Desk__c'),
  'shared by hand': sharedByHand,
  'opportunity with a team': opportunityWithTeam,
  'opportunity of an account': opportunityOfAccount,
  'account with a team': accountWithTeam,
  'account of an opportunity': accountOfOpportunity,
  'contact of an account with a team': contact,
  'task of an opportunity with a team': activity('Task', { Status: 'Not Started' }, { Status: 'Completed' }),
  'event of an opportunity with a team': activity(
    'Event',
    { StartDateTime: '2026-12-01T08:00:00Z', EndDateTime: '2026-12-01T09:00:00Z' },
    { EndDateTime: '2026-12-01T10:00:00Z' },
  ),
  user,
  'permission set': permissionSet,
};
