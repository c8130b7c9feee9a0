/** What an answer of the org about a deal's gates says, and how to ask for it: the whole of this module for other components. */
export { CRITERIA_QUERY } from './criteriaQuery';
export { GATE_QUERY } from './gateQuery';
export { checksOf, type Check } from './check';
export { gatesOf, type Gate } from './gate';
export { itemsOf, type Items } from './items';
export { inLanguage, labelAt, rowsOf, valueAt, type Node } from './rows';
export { type Waiver } from './waiver';
