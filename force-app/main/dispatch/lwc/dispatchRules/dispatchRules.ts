/** The rules that pages show before a save; the allocation holds the same, and a test compares the two. */
export { dayAfter, mondayOf, weekCapacity, type Absence, type Holiday, type WorkingHours } from './capacity';
export { judge, layHours, type Judgement, type Need, type Obstacle, type OrderFacts, type PersonFacts } from './judge';
export { rankChanges, type WorthParts } from './sensitivity';
