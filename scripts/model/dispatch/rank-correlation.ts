/** Spearman's ρ: the correlation of ranks, equal values sharing their mean rank. NaN where one side is constant. */
export function spearman(left: readonly number[], right: readonly number[]): number {
  return pearson(ranksOf(left), ranksOf(right));
}

/** Spearman's ρ of two series with the ranks of a third held still. */
export function partialSpearman(left: readonly number[], right: readonly number[], given: readonly number[]): number {
  const both = spearman(left, right);
  const leftGiven = spearman(left, given);
  const rightGiven = spearman(right, given);
  return (both - leftGiven * rightGiven) / Math.sqrt((1 - leftGiven ** 2) * (1 - rightGiven ** 2));
}

/** 1 for the smallest; equal values share the mean of their places. */
export function ranksOf(values: readonly number[]): number[] {
  const sorted = [...values].sort((left, right) => left - right);
  return values.map((value) => (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2 + 1);
}

function pearson(left: readonly number[], right: readonly number[]): number {
  const meanLeft = mean(left);
  const meanRight = mean(right);
  let product = 0;
  let squareLeft = 0;
  let squareRight = 0;
  for (const [index, value] of left.entries()) {
    const fromLeft = value - meanLeft;
    const fromRight = (right[index] ?? 0) - meanRight;
    product += fromLeft * fromRight;
    squareLeft += fromLeft ** 2;
    squareRight += fromRight ** 2;
  }
  return product / Math.sqrt(squareLeft * squareRight);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
