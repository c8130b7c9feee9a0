import type { TestOrg } from '../../support/local-org.ts';
import type { Cast } from './people.ts';

export type Values = Readonly<Record<string, string>>;

/** The administrator’s hand: makes records by the hundred. */
export interface Stage {
  readonly test: TestOrg;
  readonly cast: Cast;
  /** One record for each row. */
  all(object: string, rows: readonly Values[]): Promise<string[]>;
  records(object: string, count: number, values: Values): Promise<string[]>;
  one(object: string, values: Values): Promise<string>;
}

export function stageOf(test: TestOrg, cast: Cast): Stage {
  const all: Stage['all'] = async (object, rows) => {
    const ids: string[] = [];
    for (let at = 0; at < rows.length; at += 200) {
      const records = rows.slice(at, at + 200).map((row) => ({ attributes: { type: object }, ...row }));
      const results = await test.connection.request<{ id: string; success: boolean; errors: unknown[] }[]>({
        method: 'POST',
        url: '/services/data/v66.0/composite/sobjects',
        body: JSON.stringify({ allOrNone: true, records }),
        headers: { 'Content-Type': 'application/json' },
      });
      const failed = results.find((result) => !result.success);
      if (failed) throw new Error(`Expected ${object} to be made: ${JSON.stringify(failed.errors)}`);
      ids.push(...results.map((result) => result.id));
    }
    return ids;
  };
  const records: Stage['records'] = (object, count, values) =>
    all(
      object,
      Array.from({ length: count }, () => values),
    );
  return { test, cast, all, records, one: async (object, values) => (await records(object, 1, values))[0] ?? '' };
}
