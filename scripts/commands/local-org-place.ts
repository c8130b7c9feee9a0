import { join } from 'node:path';
import { packageRoot } from './render/messages.ts';

/** Where the local org of `npm start` and `midfield org` lives unless told otherwise. */
export const defaultLocalOrg = {
  directory: join(packageRoot, '.midfield', 'org'),
  port: 7066,
  alias: 'midfield-local',
} as const;
