/** The question an allocation answers: which person serves which dispatch order, in which weeks. */

export interface SkillNeed {
  readonly skill: string;
  /** 1-5. */
  readonly level: number;
  /** Share of the order's skill score; the weights of an order sum to 1. */
  readonly weight: number;
  readonly mandatory: boolean;
}

export interface AllocationOrder {
  readonly id: string;
  /** Snapshot of the deal's worth at submission, 0-100. */
  readonly worth: number;
  /** Hours of each person on the order. */
  readonly hours: number;
  /** How many people it needs; it is served by all of them or not at all. */
  readonly headcount: number;
  /** First and last week of its window, as indexes into the people's weeks. */
  readonly firstWeek: number;
  readonly lastWeek: number;
  readonly region: string;
  readonly needs: readonly SkillNeed[];
  /** ISO time; breaks ties after cost, and only then. */
  readonly submittedAt: string;
  /** People who declined, are in conflict or cannot be on site. */
  readonly barred?: readonly string[];
}

export interface AllocationPerson {
  readonly id: string;
  readonly region: string;
  /** Loaded rate per hour in the company currency. */
  readonly rate: number;
  /** Hours per week that neither absence nor a confirmed booking takes. */
  readonly freeHours: readonly number[];
  /** Hours per week that the calendar gives, bookings not subtracted; the base of load. */
  readonly capacity: readonly number[];
  /** Most hours to plan for the person, whatever is free: what protects the best from every deal. */
  readonly hoursLimit?: number;
  readonly skills: Readonly<Record<string, number>>;
}

export interface Assignment {
  readonly orderId: string;
  readonly personId: string;
}

/** Hours of a person on an order in a week. */
export interface Booking extends Assignment {
  readonly week: number;
  readonly hours: number;
}

/** Hours a person has free within an order's window. */
export function freeInWindow(person: AllocationPerson, order: AllocationOrder): number {
  let hours = 0;
  for (let week = order.firstWeek; week <= order.lastWeek; week++) hours += person.freeHours[week] ?? 0;
  return hours;
}
