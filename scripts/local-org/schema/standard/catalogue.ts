import * as accountTeam from './account-team.ts';
import * as accounts from './accounts.ts';
import * as activities from './activities.ts';
import * as histories from './histories.ts';
import { translatedObject } from './languages/translated.ts';
import type { StandardObject } from './object-table.ts';
import * as opportunity from './opportunity.ts';
import * as organization from './organization.ts';
import * as people from './people.ts';
import * as permissions from './permissions.ts';
import * as products from './products.ts';
import * as shares from './shares.ts';
import * as tooling from './tooling.ts';

const isObject = (value: unknown): value is StandardObject =>
  typeof value === 'object' && value !== null && 'prefix' in value && 'can' in value;

const modules = [
  accounts,
  accountTeam,
  opportunity,
  products,
  activities,
  people,
  permissions,
  shares,
  histories,
  organization,
  tooling,
];

/** Every built-in object, each once. */
export const standardObjects: readonly StandardObject[] = modules
  .flatMap((module) => Object.values(module).filter(isObject))
  .map(translatedObject);
