import { expect, it } from 'vitest';
import { provocations } from '../../e2e/gate/rules/provocations.ts';
import { gateRules } from '../../support/package-rules.ts';

it('provokes every validation rule of playbooks and deals, and none that they do not have', () => {
  const tested = Object.entries(provocations).flatMap(([object, list]) => list.map(({ rule }) => `${object}.${rule}`));
  const inForce = gateRules().map(({ object, name }) => `${object}.${name}`);
  expect(inForce.length).toBeGreaterThan(60);
  expect(tested.toSorted()).toEqual(inForce.toSorted());
});

it('gives the rules of one object different words, so that each provocation hears its own rule', () => {
  const heard = gateRules().map(({ object, message }) => `${object}: ${message}`);
  expect(heard.filter((words, index) => heard.indexOf(words) !== index)).toEqual([]);
});
