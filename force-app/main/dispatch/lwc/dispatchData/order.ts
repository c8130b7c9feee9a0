import { labelAt, rowsOf, valueAt, type Node } from 'c/gateData';
import { rankChanges, type WorthParts } from 'c/dispatchRules';

/** An open order as a dispatcher sees it in the queue. */
export interface Order {
  readonly id: string;
  readonly name: string;
  readonly deal: string;
  readonly status: string;
  readonly statusLabel: string;
  /** Null until the allocation has scored it. */
  readonly worth: number | null;
  readonly parts: WorthParts;
  readonly capped: boolean;
  /** Place by worth among the validated, from 1, as the allocation ranks; equal worth shares it. */
  readonly rank: number | null;
  readonly servingWorth: number | null;
  readonly purpose: string;
  readonly deliverable: string;
  /** Of each person. */
  readonly hours: number;
  readonly headcount: number;
  readonly plannedHours: number;
  readonly firstWeek: string;
  readonly lastWeek: string;
  readonly region: string;
  readonly regionLabel: string;
  readonly slaDue: string | null;
  readonly answeredAt: string | null;
  readonly emergency: boolean;
  readonly overridden: boolean;
  readonly overrideLoss: number;
  readonly reason: string;
  readonly lead: string;
  readonly modifiedAt: string;
  /** In how many of 20 draws of the weights its rank differs; null before it has a worth. */
  readonly rankChanges: number | null;
}

/** The worthiest first, those without a worth last. */
export function ordersOf(data: unknown): Order[] {
  const orders = rowsOf(data, 'MF_Dispatch__c').map(toOrder);
  const scored = orders.filter((order) => Object.keys(order.parts).length > 0);
  const weights = Object.fromEntries(
    Object.entries(scored[0]?.parts ?? {}).map(([name, { weight }]) => [name, weight]),
  );
  const changes = rankChanges(scored, weights);
  const takesPart = ({ status, worth }: (typeof orders)[number]) => status !== 'Submitted' && worth !== null;
  const worths = orders.filter(takesPart).map((order) => order.worth ?? 0);
  return orders
    .map((order) => ({
      ...order,
      rankChanges: changes.get(order.id) ?? null,
      rank: takesPart(order) ? 1 + worths.filter((worth) => worth > (order.worth ?? 0)).length : null,
    }))
    .sort((left, right) => (right.worth ?? -1) - (left.worth ?? -1) || (left.name < right.name ? -1 : 1));
}

function toOrder(node: Node): Omit<Order, 'rank' | 'rankChanges'> {
  const text = (...path: string[]) => String(valueAt(node, ...path) ?? '');
  const number = (field: string) => Number(valueAt(node, field) ?? 0);
  const textOrNull = (field: string) => valueAt(node, field) as string | null;
  const numberOrNull = (field: string) => valueAt(node, field) as number | null;
  return {
    id: node.Id,
    name: text('Name'),
    deal: text('Deal__r', 'Opportunity__r', 'Name'),
    status: text('Status__c'),
    statusLabel: labelAt(node, 'Status__c'),
    worth: numberOrNull('Worth__c'),
    parts: partsOf(textOrNull('Worth_Breakdown__c')),
    capped: valueAt(node, 'Worth_Capped__c') === true,
    servingWorth: numberOrNull('Serving_Worth__c'),
    purpose: labelAt(node, 'Purpose__c'),
    deliverable: text('Deliverable__c'),
    hours: number('Hours__c'),
    headcount: number('Headcount__c') || 1,
    plannedHours: number('Planned_Hours__c'),
    firstWeek: text('First_Week__c'),
    lastWeek: text('Last_Week__c'),
    region: text('Region__c'),
    regionLabel: labelAt(node, 'Region__c'),
    slaDue: textOrNull('Sla_Due__c'),
    answeredAt: textOrNull('First_Answered_At__c'),
    emergency: valueAt(node, 'Emergency__c') === true,
    overridden: valueAt(node, 'Override__c') === true,
    overrideLoss: number('Override_Loss__c'),
    reason: text('Status_Reason__c'),
    lead: text('Lead__r', 'Name'),
    modifiedAt: text('LastModifiedDate'),
  };
}

/** An order that another formula scored, or none yet, has no parts that can be shown. */
function partsOf(stored: string | null): WorthParts {
  if (stored === null) return {};
  try {
    return JSON.parse(stored) as WorthParts;
  } catch (problem) {
    if (problem instanceof SyntaxError) return {};
    throw problem;
  }
}
