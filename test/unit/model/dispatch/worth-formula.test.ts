import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { calibrationByUnit } from '../../../../scripts/model/dispatch/calibration.ts';
import { parseWorthFormula } from '../../../../scripts/model/dispatch/parse-worth-formula.ts';
import { dealWorth, defaultWorthFormula } from '../../../../scripts/model/dispatch/worth.ts';

const shipped = readFileSync('config/worth.yaml', 'utf8');

describe('the worth formula', () => {
  it('that ships as a file is the one of the reference', () => {
    expect(parseWorthFormula(shipped, 'config/worth.yaml')).toEqual(defaultWorthFormula);
  });

  it('weighs by the file, and says its version', () => {
    const text = shipped
      .replace("'2026.1'", "'2027.1'")
      .replace('value: 0.3', 'value: 0.5')
      .replace('tier: 0.2', 'tier: 0');
    const formula = parseWorthFormula(text, 'own.yaml');
    const inputs = {
      grossMargin: 10_000_000,
      probability: 0.5,
      tier: 'General',
      daysToDeadline: 60,
      readiness: 0,
      showcase: 0,
    };
    expect(dealWorth(inputs, formula)).toMatchObject({ score: 62, version: '2027.1' });
  });

  it.each([
    ['weights that make no whole', 'value: 0.3', 'value: 0.4', /weights must add up to 1/],
    ['a weight that nobody knows', 'value: 0.3', 'colour: 0.3', /colour/],
    ['bands out of order', 'days: 14', 'days: 40', /ascend by days/],
    ['a scale upside down', 'marginAtZero: 100000', 'marginAtZero: 99000000', /above the margin worth 0/],
    ['a score beyond 100', 'Key: 75', 'Key: 175', /Key/],
    ['no version', "version: '2026.1'", '', /version/],
    ['no YAML', 'weights:', 'weights: [', /YamlInvalid/],
  ])('with %s is refused', (_words, from, to, told) => {
    expect(() => parseWorthFormula(shipped.replace(from, to), 'own.yaml')).toThrow(told);
  });
});

describe('the optimism of a unit', () => {
  const outcomes = (unit: string, count: number, won: number, probability: number) =>
    Array.from({ length: count }, (_none, place) => ({ unit, probability, isWon: place < won }));

  it.each([
    ['half of what it forecast', 20, 6, 0.6, 0.5],
    ['what it forecast', 10, 4, 0.4, 1],
    ['more than it forecast', 10, 5, 0.4, 1.25],
    ['nothing', 12, 0, 0.5, 0.5],
    ['everything against all odds', 10, 10, 0.2, 1.5],
  ])('that won %s', (_words, count, won, probability, factor) => {
    expect(calibrationByUnit(outcomes('East', count, won, probability)).get('East')).toBe(factor);
  });

  it('is unknown with fewer than ten deals or no forecast at all', () => {
    expect(calibrationByUnit([...outcomes('East', 9, 0, 0.9), ...outcomes('North', 10, 0, 0)]).size).toBe(0);
  });
});
