/** How much of presales a demo shows. The small one is there in a moment; the full one is the company of 400 engineers. */
export type DemoSize = 'small' | 'full';

/** Orders beside those of the story, by state. */
export const ordersByState: Readonly<Record<DemoSize, Readonly<Record<string, number>>>> = {
  small: {
    Draft: 4,
    Submitted: 5,
    Validated: 6,
    Deferred: 4,
    Proposed: 5,
    Confirmed: 7,
    'In progress': 8,
    Delivered: 3,
    Accepted: 4,
    Closed: 14,
    Rejected: 3,
    Cancelled: 3,
    Recalled: 2,
  },
  full: {
    Draft: 10,
    Submitted: 16,
    Validated: 60,
    Deferred: 15,
    Proposed: 20,
    Confirmed: 25,
    'In progress': 30,
    Delivered: 12,
    Accepted: 15,
    Closed: 182,
    Rejected: 10,
    Cancelled: 8,
    Recalled: 5,
  },
};

export const engineersOf: Readonly<Record<DemoSize, number>> = { small: 60, full: 400 };
/** Weeks from the present one on that every engineer has. */
export const weeksAhead = 12;
