import type { Envy } from '../../../model/dispatch/envy.ts';
import { type Problem, envyOf, orderAt } from './problem.ts';
import type { Search } from './search.ts';
import type { OptimiseOptions, Stage } from './stages.ts';

/** Keeps the number of envious orders where it is, adding rows for the envies that turn up. */
export class EnvyLimit {
  private readonly columns = new Map<string, number>();
  private readonly problem: Problem;
  private readonly search: Search;
  private readonly none: boolean;
  private limit = Infinity;
  private isStanding = false;

  constructor(problem: Problem, search: Search, mode: OptimiseOptions['mode']) {
    this.problem = problem;
    this.search = search;
    this.none = mode === 'no-envy';
    if (this.none) this.limit = 0;
  }

  minimise(): boolean {
    let envies = envyOf(this.problem, this.search.plan);
    if (this.none || envies.length === 0) return this.settle(envies.length);
    this.addStanding();
    let paid = 0;
    while (envies.length > paid) {
      if (this.search.isOver) return false;
      this.forbid(envies);
      this.search.program.setObjective('minimise', new Map([...this.columns.values()].map((column) => [column, 1])));
      paid = Math.round(this.search.run('envy').objective);
      if (!this.search.proven) return false;
      envies = envyOf(this.problem, this.search.plan);
    }
    return this.settle(envies.length);
  }

  private settle(envies: number): true {
    this.addStanding();
    this.limit = envies;
    this.bindLimit();
    return true;
  }

  /** The rows of orders that are known beforehand, once. */
  private addStanding(): void {
    if (this.isStanding) return;
    this.isStanding = true;
    this.search.forbidStanding((order) => (this.none ? undefined : this.columnFor(orderAt(this.problem, order).id)));
  }

  /** The objective when proved; undefined when time ran out. */
  runWithin(stage: Stage): number | undefined {
    for (;;) {
      const { objective } = this.search.run(stage);
      if (!this.search.proven || this.search.isOver) return undefined;
      const envies = envyOf(this.problem, this.search.plan);
      if (envies.length <= this.limit) return objective;
      this.forbid(envies);
      this.bindLimit();
    }
  }

  private forbid(envies: readonly Envy[]): void {
    for (const envy of envies) {
      if (this.none) this.search.forbid(envy);
      else this.search.forbid(envy, this.columnFor(envy.orderId));
    }
  }

  private columnFor(orderId: string): number {
    const known = this.columns.get(orderId);
    if (known !== undefined) return known;
    const column = this.search.program.addColumn(0, 1, { whole: true });
    this.columns.set(orderId, column);
    return column;
  }

  private bindLimit(): void {
    const columns = [...this.columns.values()];
    if (columns.length > 0 && !this.none)
      this.search.program.add({ columns, factors: columns.map(() => 1), lower: -Infinity, upper: this.limit + 0.01 });
  }
}
