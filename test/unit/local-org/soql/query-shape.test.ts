import { describe, expect, it } from 'vitest';
import { liftLiterals } from '../../../../scripts/local-org/soql/lift-literals.ts';
import { QueryShape } from '../../../../scripts/local-org/soql/query-shape.ts';

const shapeOf = (source: string): QueryShape => {
  const { places, ends } = liftLiterals(source);
  return new QueryShape(source, places, ends);
};

const ASKED = "SELECT Id FROM A WHERE N = 'one' AND C > 5 AND D < 2026-01-01 LIMIT 3";

describe('the shape of a query', () => {
  it.each([
    [ASKED.replace('one', "t'wo").replace("t'wo", 'two')],
    [ASKED.replace('5', '17.25')],
    [ASKED.replace('one', 'x = 5 LIMIT 3')],
  ])('finds in %s the values that lifting finds', (source) => {
    expect(shapeOf(ASKED).valuesIn(source)).toEqual(liftLiterals(source).values);
    expect(liftLiterals(source).key).toBe(liftLiterals(ASKED).key);
  });

  it.each([
    ['another limit', ASKED.replace('LIMIT 3', 'LIMIT 30')],
    ['another date', ASKED.replace('2026-01-01', '2026-01-02')],
    ['a date for a number', ASKED.replace('5', '2026-01-01')],
    ['a blank text', ASKED.replace('one', '')],
    ['an escape', ASKED.replace('one', "o\\'ne")],
    ['letters that need folding', ASKED.replace('one', 'ÄÖ')],
    ['another clause', `${ASKED} FOR VIEW`],
    ['an end within the text', "SELECT Id FROM A WHERE N = 'one"],
    ['a text that ends too soon', ASKED.replace("'one'", "'one' OR N = 'two'")],
  ])('does not fit %s', (_, source) => {
    expect(shapeOf(ASKED).valuesIn(source)).toBeUndefined();
  });
});
