import type { Absence, Holiday } from '../../model/dispatch/capacity.ts';
import type { SkillNeed } from '../../model/dispatch/allocation.ts';
import type { WorthFormula } from '../../model/dispatch/worth.ts';
import type { OrgRecord } from '../../salesforce/org-port.ts';

/** What the org says, parsed; ids are the org's own. */
export interface AllocationState {
  /** Today where the company is. */
  readonly today: string;
  readonly timeZone: string;
  /** The company's: of the one reason that an order has room for. */
  readonly language: 'en' | 'zh';
  readonly submitted: readonly OrderFacts[];
  /** Validated, deferred and proposed orders. */
  readonly open: readonly OrderFacts[];
  readonly people: readonly PersonFacts[];
  readonly weeks: readonly WeekFacts[];
  readonly holidays: readonly Holiday[];
  /** Of the open orders, whatever their status. */
  readonly bookings: readonly BookingFacts[];
  /** Candidates of the open orders, as rows to compare with. */
  readonly candidates: readonly OrgRecord[];
  readonly nominations: number;
  /** Absent is the one that ships with Midfield. */
  readonly formula?: WorthFormula;
}

export interface OrderFacts {
  readonly id: string;
  readonly name: string;
  readonly deal: string;
  readonly status: string;
  readonly hours: number;
  readonly headcount: number;
  /** Mondays. */
  readonly firstWeek: string;
  readonly lastWeek: string;
  readonly region: string;
  readonly needs: readonly SkillNeed[];
  readonly submittedAt: string;
  readonly requesterGrade: number | null;
  readonly isEmergency: boolean;
  readonly isOverridden: boolean;
  readonly worth: WorthFacts;
  /** The fields that an allocation writes, as they are. */
  readonly row: OrgRecord;
}

/** What the deal said when the order was submitted, and the score it was given. */
export interface WorthFacts {
  readonly score: number | null;
  readonly scoredAt: string | null;
  readonly grossMargin: number;
  /** 0-1. */
  readonly probability: number;
  readonly calibration: number;
  readonly tier: string;
  readonly deadline: string | null;
  readonly readiness: number;
  readonly showcase: number;
  /** What a score needs and the deal did not say, in words. */
  readonly missing: readonly string[];
  /** 0-10; null when nobody has graded the starred criteria. */
  readonly starredGrade: number | null;
}

export interface PersonFacts {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly weeklyHours: number;
  /** 0-1; null plans all of the capacity. */
  readonly loadCap: number | null;
  /** Null when finance has set none, or the user may not see it. */
  readonly rate: number | null;
  readonly skills: Readonly<Record<string, number>>;
  readonly absences: readonly Absence[];
}

export interface WeekFacts {
  readonly id: string;
  readonly personId: string;
  readonly monday: string;
  readonly capacity: number;
  /** Capacity that the last count gave it; null when nobody has counted it. */
  readonly counted: number | null;
  /** Hours of confirmed bookings. */
  readonly booked: number;
}

export interface BookingFacts {
  readonly id: string;
  readonly orderId: string;
  readonly personId: string;
  readonly monday: string;
  readonly hours: number;
  readonly status: string;
  readonly isLocked: boolean;
  readonly isDeclined: boolean;
}
