import { buildSchema } from '../../../../scripts/local-org/schema/build.ts';
import { openStore } from '../../../../scripts/local-org/store/sqlite-store.ts';

/** Writes families of three rows, one per transaction, and prints the parent's id after each commit, until it is killed. */
const [, , dir = ''] = process.argv;
const schema = buildSchema([], 1);
const account = schema.object('Account');
if (!account) throw new Error('Expected Account');
const store = openStore(dir);
store.migrate(schema);
for (;;) {
  const parent = store.transaction(() => {
    const Id = store.newId('001');
    store.insert(account, { Id, Name: 'parent' });
    for (const Name of ['first', 'second']) store.insert(account, { Id: store.newId('001'), Name, ParentId: Id });
    return Id;
  });
  process.stdout.write(`${parent}\n`);
}
