import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { MidfieldError } from '../../model/errors.ts';
import { defaultLocalOrg } from '../local-org-place.ts';

export interface StartOptions {
  readonly reset: boolean;
  /** Port of the pages; 0 = any free one. */
  readonly port: number;
  readonly orgPort: number;
  /** Folder of everything that this start keeps. */
  readonly directory: string;
  readonly alias: string;
}

/** What stands behind `npm start --`. Throws InputInvalid. */
export function readStartOptions(args = process.argv.slice(2)): StartOptions {
  const { values } = parsed(args);
  return {
    reset: values.reset,
    port: portNumber('--port', values.port),
    orgPort: portNumber('--org-port', values['org-port']),
    directory: resolve(values.dir),
    alias: values.alias,
  };
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        reset: { type: 'boolean', default: false },
        port: { type: 'string', default: '7070' },
        'org-port': { type: 'string', default: String(defaultLocalOrg.port) },
        dir: { type: 'string', default: resolve(defaultLocalOrg.directory, '..') },
        alias: { type: 'string', default: defaultLocalOrg.alias },
      },
    });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new MidfieldError('InputInvalid', [args.join(' '), error.message], { cause: error });
  }
}

function portNumber(flag: string, text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new MidfieldError('InputInvalid', [`${flag} ${text}`, 'Expected a port from 0 to 65535.']);
}
