import { type Fairness, fairnessOf } from '../../model/dispatch/fairness.ts';
import { defaultFitFormula } from '../../model/dispatch/fit.ts';
import { defaultWorthFormula, type WorthFormula } from '../../model/dispatch/worth.ts';
import type { PlanContext } from '../task.ts';
import { type AllocationQuestion, buildQuestion, runKey } from './allocation-question.ts';
import type { AllocationState } from './allocation-state.ts';
import { decide, type Decision } from './decisions.ts';
import type { Words } from './explanation-words.ts';
import { planWrites, type AllocationWrites } from './plan-writes.ts';
import { assignmentsOf, buildProblem } from './solve/problem.ts';
import { solve, type Solution, type StageEnd } from './solve/solve.ts';
import type { OptimiseOptions } from './solve/stages.ts';
import { asObjective } from './solve/what-if.ts';
import { reportSearch } from './report-search.ts';

export interface AllocateInput {
  readonly mode: OptimiseOptions['mode'];
  /** Seconds for the solver. */
  readonly seconds: number;
  /** Absent is the one that ships with Midfield. */
  readonly formula?: WorthFormula;
  /** Aborted, the best plan that the solver has by then is planned with its gap. */
  readonly stop?: AbortSignal;
}

export interface AllocationPlan {
  readonly runKey: string;
  readonly mode: OptimiseOptions['mode'];
  readonly figures: RunFigures;
  /** Fields of the run's record. */
  readonly versions: Readonly<Record<string, string>>;
  readonly counts: Readonly<Record<string, number>>;
  /** The worthiest first. */
  readonly decisions: readonly Decision[];
  /** Orders left out, and why. */
  readonly skipped: readonly { readonly order: string; readonly deal: string; readonly reason: Words }[];
  readonly writes: AllocationWrites;
}

export interface RunFigures {
  readonly objective: number;
  readonly bound: number;
  /** Bound less objective, as a share of the bound. */
  readonly gap: number;
  readonly proof: 'optimal' | 'time-limit' | 'stopped';
  /** How far each objective came. */
  readonly stages: readonly StageEnd[];
  /** Objective given up so that nobody has justified envy; only of a plan without. */
  readonly noEnvyPrice: number | null;
  /** Null when there was nothing to allocate. */
  readonly fairness: Fairness | null;
}

/** The formulas and the solver: another version of any of them is another run. */
const versionsOf = ({ formula = defaultWorthFormula }: AllocationState) => ({
  Fit_Version__c: defaultFitFormula.version,
  Worth_Version__c: formula.version,
  Solver_Version__c: 'HiGHS 1.15',
});

/** Solves the allocation of all open orders and says what to write for it; asks no org. */
export async function planAllocation(
  state: AllocationState,
  input: AllocateInput,
  context: PlanContext,
): Promise<AllocationPlan> {
  const question = buildQuestion(state);
  const versions = versionsOf(state);
  warn(question, context);
  const key = runKey(question, input.mode, Object.values(versions));
  const { solution, noEnvyPrice } = await search(question, input, context);
  const problem = buildProblem(question.orders, question.people, defaultFitFormula);
  const assignments = assignmentsOf(problem, solution.plan);
  const decisions = decide(state, question, { assignments, servingWorths: solution.servingWorths });
  const fairness = question.orders.length === 0 ? null : fairnessOf(question.orders, question.people, assignments);
  return {
    runKey: key,
    mode: input.mode,
    versions,
    counts: {
      Orders__c: question.orders.length,
      People__c: question.people.length,
      Emergencies__c: state.open.filter((order) => order.isEmergency).length,
      Overrides__c: state.open.filter((order) => order.isOverridden).length,
      Nominations__c: state.nominations,
    },
    figures: { ...boundsOf(solution), noEnvyPrice, fairness },
    decisions,
    skipped: question.unplannable.map(({ order, reason }) => ({ order: order.name, deal: order.deal, reason })),
    writes: planWrites(state, question, { decisions, runKey: key, now: context.now() }),
  };
}

function warn(question: AllocationQuestion, { report }: PlanContext): void {
  for (const warning of question.unavailable) report({ event: 'warning-raised', warning });
  for (const { order, reason } of question.unplannable)
    report({ event: 'warning-raised', warning: `${order.name} is left out. ${reason.en}` });
}

/** Without envy the plan of the highest worth is solved too: the difference is the price. */
async function search(
  question: AllocationQuestion,
  { mode, seconds, stop }: AllocateInput,
  context: PlanContext,
): Promise<{ solution: Solution; noEnvyPrice: number | null }> {
  const { orders, people } = question;
  const ask = (of: OptimiseOptions['mode'], limit: number) =>
    solve(
      {
        orders,
        people,
        formula: defaultFitFormula,
        mode: of,
        seconds: limit,
        servingWorths: of === mode,
      },
      { signal: context.signal, ...(stop ? { stop } : {}), onProgress: reportSearch(context.report, of) },
    );
  if (mode === 'worth') return { solution: await ask('worth', seconds), noEnvyPrice: null };
  const free = await ask('worth', seconds / 2);
  const solution = await ask('no-envy', seconds / 2);
  return { solution, noEnvyPrice: asObjective(free.value - solution.value) };
}

function boundsOf(solution: Solution): Omit<RunFigures, 'noEnvyPrice' | 'fairness'> {
  const { value, bound, proven, stages, isStopped } = solution;
  const isProven = proven.includes('worth');
  const most = isProven ? value : Math.max(value, bound);
  return {
    objective: asObjective(value),
    bound: asObjective(most),
    gap: most === 0 ? 0 : (most - value) / most,
    proof: isProven ? 'optimal' : isStopped ? 'stopped' : 'time-limit',
    stages,
  };
}
