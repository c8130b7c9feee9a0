import { functionNotAllowed } from '../build/complaint.ts';
import type { FunctionDefinition } from './definition.ts';

/** Functions of pages, buttons and report summaries: no formula that a record evaluates may use them. */
const ELSEWHERE = [
  'GETRECORDIDS',
  'HTMLENCODE',
  'IMAGEPROXYURL',
  'INCLUDE',
  'JSENCODE',
  'JSINHTMLENCODE',
  'JUNCTIONIDLIST',
  'LINKTO',
  'PARENTGROUPVAL',
  'PREVGROUPVAL',
  'REQUIRESCRIPT',
  'URLENCODE',
  'URLFOR',
];

/** Functions that exist where records are evaluated and are not modelled: refused by name. */
const NOT_MODELLED = ['CURRENCYRATE', 'GETSESSIONID', 'PREDICT'];

function elsewhere(name: string): FunctionDefinition {
  return {
    name,
    contexts: [],
    build(call) {
      throw functionNotAllowed(name, call.node.at);
    },
  };
}

export const ABSENT: readonly FunctionDefinition[] = [
  ...ELSEWHERE.map(elsewhere),
  ...NOT_MODELLED.map((name) => ({ ...elsewhere(name), refused: true as const })),
];
