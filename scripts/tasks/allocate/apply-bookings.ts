import type { OrderWriter } from './order-writer.ts';
import { type AllocationWrites, type BookingChange, type OrderRow, weekName } from './plan-writes.ts';

/**
 * Weeks, then the proposals that are over (their hours count against the order), then the new ones. An order of which one
 * booking is refused keeps none of those written now: half a team serves nobody.
 */
export async function writeBookings(writer: OrderWriter, writes: AllocationWrites): Promise<void> {
  const weekIds = await writeWeeks(writer, writes);
  await writer.write('earlier proposals', 'MF_Booking__c', writes.cancellations);
  const rows = writes.bookings.flatMap((booking) => bookingRow(writer, booking, weekIds));
  const changed = rows.filter(({ row }) => row['Id'] !== undefined);
  const added = rows.filter(({ row }) => row['Id'] === undefined);
  const written = [
    ...(await writer.write('bookings', 'MF_Booking__c', changed)),
    ...(await writer.write('bookings', 'MF_Booking__c', added, 'Booking_Key__c')),
  ];
  await writer.undo(
    'MF_Booking__c',
    written
      .filter(({ of }) => writer.isRefused(of.orderId))
      .map(({ id, of }) => ({ ...of, row: { Id: id, Status__c: 'Cancelled' } })),
  );
}

async function writeWeeks(
  writer: OrderWriter,
  { weeks, weekIds }: AllocationWrites,
): Promise<ReadonlyMap<string, string>> {
  const rows = weeks.map(({ personId, monday, capacity, counted }) => {
    const id = weekIds.get(weekName(personId, monday));
    const parents = id === undefined ? { Resource__c: personId, Week_Start__c: monday } : {};
    return { Week_Key__c: weekName(personId, monday), ...parents, Capacity__c: capacity, Calendar_Hours__c: counted };
  });
  const ids = await writer.may('weeks', 'MF_Resource_Week__c', rows, 'Week_Key__c');
  const written = weeks.flatMap(({ personId, monday }, index) => {
    const id = ids[index];
    return id === undefined ? [] : [[weekName(personId, monday), id] as const];
  });
  return new Map([...weekIds, ...written]);
}

function bookingRow(writer: OrderWriter, booking: BookingChange, weekIds: ReadonlyMap<string, string>): OrderRow[] {
  const { orderId, order, personId, monday, hours, id } = booking;
  if (id !== undefined) return [{ orderId, order, row: { Id: id, Hours__c: hours, Status__c: 'Proposed' } }];
  const week = weekIds.get(weekName(personId, monday));
  if (week === undefined) {
    writer.refuse(booking, `The week of ${monday} of its engineer could not be written.`);
    return [];
  }
  const row = {
    Booking_Key__c: `${week}|${orderId}`,
    Dispatch__c: orderId,
    Resource_Week__c: week,
    Hours__c: hours,
    Status__c: 'Proposed',
  };
  return [{ orderId, order, row }];
}
