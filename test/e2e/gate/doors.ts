import { stageValue } from './fixture-playbooks.ts';
import type { Person } from './gate-org.ts';

/** Sends as a person; a refusal comes back as it was answered, because each door words it in a body of its own. */
export async function request(
  { connection }: Person,
  method: 'PATCH' | 'POST',
  path: string,
  body: unknown,
): Promise<string> {
  const answer = await fetch(`${connection.instanceUrl}/services/data/v66.0${path}`, {
    method,
    headers: { Authorization: `Bearer ${String(connection.accessToken)}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return answer.text();
}

const data = '/services/data/v66.0';
const toS2 = { StageName: stageValue('S2') };
const patchOf = (id: string) => ({
  method: 'PATCH',
  url: `${data}/sobjects/Opportunity/${id}`,
  referenceId: 'move',
  body: toS2,
});

/** Every request by which a page, a list, a board or another system writes a stage. */
export const doors: readonly { door: string; send: (person: Person, id: string) => Promise<unknown> }[] = [
  {
    door: 'a PATCH of one record',
    send: (person, id) => request(person, 'PATCH', `/sobjects/Opportunity/${id}`, toS2),
  },
  {
    door: 'a record page and the inline edit of a list view',
    send: (person, id) => request(person, 'PATCH', `/ui-api/records/${id}`, { fields: { Id: id, ...toS2 } }),
  },
  {
    door: 'a drag on the board, which sends the stage alone',
    send: (person, id) => request(person, 'PATCH', `/ui-api/records/${id}`, { fields: toS2 }),
  },
  {
    door: 'a list view that saves its rows in one batch',
    send: (person, id) =>
      request(person, 'POST', '/composite/batch', {
        batchRequests: [{ method: 'PATCH', url: `v66.0/ui-api/records/${id}`, richInput: { fields: toS2 } }],
      }),
  },
  {
    door: 'a batch of requests',
    send: (person, id) =>
      request(person, 'POST', '/composite/batch', {
        batchRequests: [{ method: 'PATCH', url: `v66.0/sobjects/Opportunity/${id}`, richInput: toS2 }],
      }),
  },
  {
    door: 'a collection, all or none and one by one',
    send: async (person, id) =>
      Promise.all(
        [true, false].map((allOrNone) =>
          request(person, 'PATCH', '/composite/sobjects', {
            allOrNone,
            records: [{ attributes: { type: 'Opportunity' }, id, ...toS2 }],
          }),
        ),
      ),
  },
  {
    door: 'a composite request that moves without passing',
    send: (person, id) => request(person, 'POST', '/composite', { allOrNone: true, compositeRequest: [patchOf(id)] }),
  },
  {
    door: 'a graph',
    send: (person, id) =>
      request(person, 'POST', '/composite/graph', { graphs: [{ graphId: '1', compositeRequest: [patchOf(id)] }] }),
  },
  {
    door: 'a mutation of a component',
    send: (person, id) =>
      request(person, 'POST', '/graphql', {
        query: `mutation { uiapi { OpportunityUpdate(input: { Id: "${id}", Opportunity: { StageName: "${toS2.StageName}" } }) { Record { Id } } } }`,
      }),
  },
];
