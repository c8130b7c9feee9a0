import type { CompiledFormula } from './contract.ts';

/**
 * The relationships a formula crosses, each once (`Deal__r`, `Deal__r.Owner`): the platform limits how many an
 * object may cross over all its formulas and rules.
 */
export function spanningRelationships(formula: Pick<CompiledFormula, 'references'>): string[] {
  const crossed = formula.references
    .map(({ path }) => path)
    .filter(([root]) => root?.startsWith('$') === false)
    .flatMap((path) => path.slice(0, -1).map((_, index) => path.slice(0, index + 1).join('.')));
  return [...new Set(crossed)];
}
