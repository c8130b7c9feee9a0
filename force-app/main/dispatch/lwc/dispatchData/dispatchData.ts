/** What the org's answers about dispatch say, and how to ask for them: the whole of this module for other components. */
export { BOARD_QUERY } from './boardQuery';
export { LEVEL_QUERY } from './levelQuery';
export { ORDER_QUERY } from './orderQuery';
export { PERSON_QUERY } from './personQuery';
export { RUN_QUERY } from './runQuery';
export { WEEK_QUERY } from './weekQuery';
export { candidatesOf, type Candidate } from './candidate';
export { orderDetailOf, type OrderBooking, type OrderDetail, type OrderNeed } from './detail';
export { ordersOf, type Order } from './order';
export { holidaysOf, peopleOf, skillsOf, type Person, type SkillName } from './person';
export { runsOf, isUnderWay, type Run } from './run';
export { weekFacts, type WeekFacts } from './weekFacts';
export { weeksOf, type AbsenceSpan, type PersonWeeks, type Week } from './week';
export { figure, percent, shortDate, shortWeeks } from './figures';
export { type GraphqlResult } from './graphqlResult';
