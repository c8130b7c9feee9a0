import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import type { Order, OrderBooking } from 'c/dispatchData';

export interface Proposal {
  readonly order: Order;
  /** Of the order, whatever their status. */
  readonly bookings: readonly OrderBooking[];
  readonly personId: string;
  readonly weeks: readonly ProposedWeek[];
  readonly override: { readonly reason: string; readonly loss: number } | null;
}

export interface ProposedWeek {
  readonly monday: string;
  readonly hours: number;
  /** Absent for a week that nobody has planned yet. */
  readonly id?: string;
  readonly capacity: number;
}

type Undo = () => Promise<unknown>;

/**
 * Writes a proposal by hand: first the lead, refused when somebody else has changed the order meanwhile; then the proposals
 * that it replaces are cancelled, its own are made and locked, so that the next run keeps them; last the order is proposed.
 * What was written before a refusal is taken back.
 */
export async function propose({ order, bookings, personId, weeks, override }: Proposal): Promise<void> {
  const undo: Undo[] = [];
  await updateRecord({ fields: { Id: order.id, Lead__c: personId } }, { ifUnmodifiedSince: order.modifiedAt });
  try {
    for (const one of replaced(order, bookings, personId)) {
      await updateRecord({ fields: { Id: one.id, Status__c: 'Cancelled' } });
      undo.push(() => updateRecord({ fields: { Id: one.id, Status__c: 'Proposed' } }));
    }
    for (const week of weeks) undo.push(await book(order.id, personId, week, bookings));
    await updateRecord({
      fields: {
        Id: order.id,
        Status__c: 'Proposed',
        Override__c: override !== null,
        Override_Reason__c: override?.reason ?? null,
        Override_Loss__c: override?.loss ?? null,
        ...(order.status === 'Deferred' ? { Status_Reason__c: null } : {}),
      },
    });
  } catch (problem) {
    for (const step of undo.reverse()) await step();
    throw problem;
  }
}

/** Of the other people as many stay as the order wants beside this one; the person's own proposals are laid anew. */
function replaced({ headcount }: Order, bookings: readonly OrderBooking[], personId: string): OrderBooking[] {
  const proposed = bookings.filter((one) => one.status === 'Proposed');
  const others = [...new Set(proposed.map((one) => one.personId))].filter((id) => id !== personId);
  const staying = others.slice(0, headcount - 1);
  return proposed.filter((one) => !staying.includes(one.personId));
}

async function book(
  orderId: string,
  personId: string,
  week: ProposedWeek,
  bookings: readonly OrderBooking[],
): Promise<Undo> {
  const fields = { Hours__c: week.hours, Status__c: 'Proposed', Locked__c: true };
  const known = bookings.find((one) => one.personId === personId && one.monday === week.monday);
  const id = known?.id ?? (await newBooking(orderId, personId, week, fields));
  if (known) await updateRecord({ fields: { Id: id, ...fields } });
  return () => updateRecord({ fields: { Id: id, Status__c: 'Cancelled' } });
}

async function newBooking(
  orderId: string,
  personId: string,
  week: ProposedWeek,
  fields: Readonly<Record<string, unknown>>,
): Promise<string> {
  const weekId = week.id ?? (await newWeek(personId, week));
  const row = { Dispatch__c: orderId, Resource_Week__c: weekId, ...fields };
  return (await createRecord({ apiName: 'MF_Booking__c', fields: row })).id;
}

async function newWeek(personId: string, { monday, capacity }: ProposedWeek): Promise<string> {
  const fields = { Resource__c: personId, Week_Start__c: monday, Capacity__c: capacity };
  return (await createRecord({ apiName: 'MF_Resource_Week__c', fields })).id;
}
