import { expect, it } from 'vitest';
import { provocations } from '../../e2e/dispatch/rules/provocations.ts';
import { dispatchRules } from '../../support/package-rules.ts';

it('provokes every validation rule of dispatch, and none that it does not have', () => {
  const tested = Object.entries(provocations).flatMap(([object, list]) => list.map(({ rule }) => `${object}.${rule}`));
  const inForce = dispatchRules().map(({ object, name }) => `${object}.${name}`);
  expect(inForce.length).toBeGreaterThan(75);
  expect(tested.toSorted()).toEqual(inForce.toSorted());
});

it('gives the rules of one object different words, so that each provocation hears its own rule', () => {
  const heard = dispatchRules().map(({ object, message }) => `${object}: ${message}`);
  expect(heard.filter((words, index) => heard.indexOf(words) !== index)).toEqual([]);
});
