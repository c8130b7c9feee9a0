import type { FieldValue } from '../org.ts';
import { globalAccessor } from '../save/global-values.ts';
import { RecordView } from '../save/record-view.ts';
import type { Transaction } from '../save/transaction.ts';
import { FlowFault, FlowRecord, type FlowValue } from './flow-value.ts';
import { frameOf, type Interview } from './interview.ts';

/** The value behind a name such as `$Record.Account.Name`, `$Flow.CurrentDate`, `openItems` or `Get_Deal.Id`. */
export function readReference(interview: Interview, reference: string): FlowValue {
  const { root, path, head } = partsOf(reference);
  // What a subflow put out is kept under `Subflow.output`.
  const stored = frameOf(interview).values.get(head);
  if (stored !== undefined) return path.length === 1 ? stored : fieldPath(interview.tx, stored, path.slice(1));
  const value = root.startsWith('$') ? globalRoot(interview, root, path) : localRoot(interview, root);
  if (value === OTHER_GLOBAL) return otherGlobal(interview, reference);
  return path.length === 0 || root === '$Flow' || root === '$GlobalConstant'
    ? value
    : fieldPath(interview.tx, value, path);
}

interface Parts {
  readonly root: string;
  readonly path: readonly string[];
  /** The first two names. */
  readonly head: string;
}

/** As many as there are references in the deployed flows; each is read for every record. */
const parts = new Map<string, Parts>();

function partsOf(reference: string): Parts {
  const known = parts.get(reference);
  if (known !== undefined) return known;
  const [root = '', ...path] = reference.split('.');
  const found = { root, path, head: `${root}.${path[0] ?? ''}` };
  parts.set(reference, found);
  return found;
}

const OTHER_GLOBAL: unique symbol = Symbol('other global');

function globalRoot(interview: Interview, root: string, path: readonly string[]): FlowValue | typeof OTHER_GLOBAL {
  switch (root.toLowerCase()) {
    case '$record':
      return interview.record ?? null;
    case '$record__prior':
      return interview.prior ?? null;
    case '$flow':
      return flowValue(interview, path[0] ?? '');
    case '$globalconstant':
      return { True: true, False: false, EmptyString: '' }[path[0] ?? ''] ?? null;
    default:
      return OTHER_GLOBAL;
  }
}

function flowValue(interview: Interview, name: string): FieldValue {
  const { tx } = interview;
  switch (name) {
    case 'CurrentDate':
      return dayOf(tx, tx.now);
    case 'CurrentDateTime':
    case 'InterviewStartTime':
      return tx.stamp;
    case 'FaultMessage':
      return interview.faultMessage;
    case 'InterviewGuid':
      return interview.guid;
    case 'CurrentRecord':
      return interview.record?.id ?? null;
    default:
      throw new FlowFault(`Expected a value of $Flow, got ${name}`);
  }
}

/** The date at a moment where the running user is. */
export function dayOf(tx: Transaction, millis: number): string {
  const { timeZone } = tx.session.user;
  // Swedish writes dates the way ISO does.
  return tx.once(`day in ${timeZone}`, () => new Intl.DateTimeFormat('sv-SE', { timeZone })).format(millis);
}

function otherGlobal(interview: Interview, reference: string): FieldValue {
  const user = interview.tx.schema.object('User');
  if (user === undefined) throw new FlowFault(`Expected a record behind ${reference}, got none`);
  return globalAccessor(user, reference.split('.')).read(new RecordView(interview.tx, user, {}));
}

function localRoot(interview: Interview, root: string): FlowValue {
  const { plan, values } = frameOf(interview);
  const computed = plan.computed.get(root);
  if (computed !== undefined) return computed(interview);
  return values.get(root) ?? null;
}

function fieldPath(tx: Transaction, value: FlowValue, path: readonly string[]): FieldValue {
  if (value === null) return null;
  if (!(value instanceof FlowRecord))
    throw new FlowFault(`Expected a record before .${path.join('.')}, got a single value`);
  const own = path.length === 1 ? value.type.field(path[0] ?? '') : undefined;
  if (own !== undefined && !value.shows(own.name)) return null;
  return viewPath(new RecordView(tx, value.type, value.values), path);
}

function viewPath(view: RecordView, path: readonly string[]): FieldValue {
  const [name = '', ...rest] = path;
  if (rest.length === 0) {
    const field = view.type.field(name);
    if (field === undefined) throw new FlowFault(`Expected a field of ${view.type.name}, got ${name}`);
    return view.value(field);
  }
  const [relationship = '', target] = name.split(':');
  const step = view.type.relationship(relationship);
  if (step === undefined) throw new FlowFault(`Expected a relationship of ${view.type.name}, got ${name}`);
  const parent = view.parent(step);
  return parent === undefined || (target !== undefined && parent.type.name !== target) ? null : viewPath(parent, rest);
}
