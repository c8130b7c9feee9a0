/**
 * Who serves which order, for a middle and a large company: seconds to the proven optimum of all objectives or the gap when ten
 * are over, against the bound of the linear relaxation, orders by worth as one would do by hand, and `javascript-lp-solver` on the same program.
 * Each solver has a thread of its own and the same time. Run it alone: `npm run bench -- allocation`.
 */
import { Worker } from 'node:worker_threads';
import loadHighs from 'highs';
import { defaultFitFormula } from '../../scripts/model/dispatch/fit.ts';
import { greedyPlan } from '../../scripts/tasks/allocate/solve/greedy.ts';
import { buildProblem, type Problem, valueOf } from '../../scripts/tasks/allocate/solve/problem.ts';
import { relaxProblem } from '../../scripts/tasks/allocate/solve/relaxation.ts';
import { solve } from '../../scripts/tasks/allocate/solve/solve.ts';
import { stages } from '../../scripts/tasks/allocate/solve/stages.ts';
import { type Size, randomAllocation } from '../support/dispatch/random-allocation.ts';

const SECONDS = 10;
/** The gap that may be left after the time. Plans without envy take longer than it: 500 orders came to 0.006 % in a minute. */
const MOST_GAP = { worth: 0.002, 'no-envy': 0.005 } as const;

/** Ten thousand orders at once, of which most find nobody: no program is built, so it has its own time and gap. */
const flood = { size: { orders: 10_000, people: 400, weeks: 4, skills: 12 }, seconds: 30, gap: 0.02 } as const;

const sizes: readonly Size[] = [
  { orders: 150, people: 400, weeks: 4, skills: 12 },
  { orders: 500, people: 1000, weeks: 4, skills: 12 },
];

interface PeerAnswer {
  readonly value: number;
  readonly seconds: number;
}

/** The peer in a thread that is stopped when it takes twice its time: its answer, or why it has none. */
async function peer(size: Size): Promise<PeerAnswer | string> {
  const worker = new Worker(new URL('./allocation-peer.ts', import.meta.url), {
    workerData: { size, seconds: SECONDS },
  });
  try {
    return await new Promise((resolve, reject) => {
      const late = setTimeout(() => resolve(`no plan within ${String(2 * SECONDS)} s`), 2 * SECONDS * 1000);
      worker.once('message', (answer: PeerAnswer) => resolve(answer.value > 0 ? answer : 'no plan'));
      // It keeps the whole program as one dense table, which a large company does not fit into.
      worker.once('error', (error: Error) => (error instanceof RangeError ? resolve(error.message) : reject(error)));
      worker.once('exit', () => clearTimeout(late));
    });
  } finally {
    await worker.terminate();
  }
}

async function ours(size: Size, mode: 'worth' | 'no-envy', limit = SECONDS) {
  const [cpu, start] = [process.cpuUsage(), performance.now()];
  let memory = 0;
  const watch = setInterval(() => (memory = Math.max(memory, process.memoryUsage().rss)), 100);
  const solution = await solve({ ...randomAllocation(1, size), formula: defaultFitFormula, mode, seconds: limit });
  clearInterval(watch);
  const seconds = (performance.now() - start) / 1000;
  const used = process.cpuUsage(cpu);
  return { ...solution, seconds, cpu: (used.user + used.system) / 1e6, memory: memory / 2 ** 20 };
}

const highs = await loadHighs();
const bounds = (problem: Problem) => ({
  bound: relaxProblem(highs, problem).bound,
  byHand: valueOf(problem, greedyPlan(problem)),
});
const percent = (share: number): string => `${(100 * share).toFixed(3)} %`;
const write = (line: string): void => void process.stdout.write(`${line}\n`);

for (const size of sizes) {
  const { orders, people } = randomAllocation(1, size);
  const { bound, byHand } = bounds(buildProblem(orders, people, defaultFitFormula));
  const name = `${String(size.orders)} orders × ${String(size.people)} people × ${String(size.weeks)} weeks`;
  const values: Record<string, number> = {};
  for (const mode of ['worth', 'no-envy'] as const) {
    const { value, proven, seconds, cpu, memory, bound: most } = await ours(size, mode);
    values[mode] = value;
    const gap = proven.includes('worth') ? 0 : (most - value) / most;
    const end = proven.length === stages.length ? 'all objectives proved' : `proved: ${proven.join(', ') || 'none'}`;
    const times = `${seconds.toFixed(1)} s (${cpu.toFixed(1)} s of processor), ${memory.toFixed(0)} MiB`;
    write(`${name}, ${mode}: ${times}, ${end}, gap ${percent(gap)} (bound ${percent(MOST_GAP[mode])})`);
    // A solver that was cut off before it knew a bound has no gap to tell, which is no success.
    if (!(gap <= MOST_GAP[mode])) process.exitCode = 1;
  }
  const worth = values['worth'] ?? 0;
  write(`  price of no envy: ${percent(1 - (values['no-envy'] ?? 0) / worth)} of the worth`);
  write(`  against the linear bound: ratio ${(worth / bound).toFixed(5)}`);
  write(`  against orders by worth: ratio ${(worth / byHand).toFixed(5)} (bound 1)`);
  if (worth < byHand) process.exitCode = 1;
  const other = await peer(size);
  write(
    typeof other === 'string'
      ? `  against javascript-lp-solver: ${other}`
      : `  against javascript-lp-solver: ratio ${(worth / other.value).toFixed(5)}, which took ${other.seconds.toFixed(1)} s for the first objective alone`,
  );
}

const { orders, people } = randomAllocation(1, flood.size);
const problem = buildProblem(orders, people, defaultFitFormula);
const { value, bound, seconds, cpu, memory } = await ours(flood.size, 'worth', flood.seconds);
const gap = (bound - value) / bound;
const times = `${seconds.toFixed(1)} s (${cpu.toFixed(1)} s of processor), ${memory.toFixed(0)} MiB`;
write(`10,000 orders × 400 people × 4 weeks, worth: ${times}, gap ${percent(gap)} (bound ${percent(flood.gap)})`);
write(`  against orders by worth: ratio ${(value / valueOf(problem, greedyPlan(problem))).toFixed(5)} (bound 1)`);
if (!(gap <= flood.gap)) process.exitCode = 1;
