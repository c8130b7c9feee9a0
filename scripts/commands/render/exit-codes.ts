import type { ErrorCode } from '../../model/errors.ts';

/** What a shell sees. One table; the help page of every command is written from it. */
export const exitCodes = {
  0: 'Done, or nothing to do.',
  1: 'Something unexpected went wrong.',
  2: 'The input is wrong; nothing was written.',
  3: 'The org is not ready for this; nothing was written.',
  4: 'The org refused a part; what was refused is listed.',
  130: 'Stopped by Ctrl-C; run the command again to go on.',
} as const;

const inputErrors: readonly ErrorCode[] = [
  'InputInvalid',
  'YamlInvalid',
  'PlaybookInvalid',
  'FileNotFound',
  'ReleaseUnconfirmed',
  'ReleaseUnknown',
  'PackageNotBuilt',
];
const orgErrors: readonly ErrorCode[] = [
  'OrgUnreachable',
  'PreflightFailed',
  'PlaybookMissingInOrg',
  'ReleaseRefused',
  'ReleaseBusy',
  'LocalOrgBusy',
  'LocalOrgNotStarted',
  'PagesNotStarted',
];

export function exitCodeOf(code: ErrorCode): number {
  if (inputErrors.includes(code)) return 2;
  return orgErrors.includes(code) ? 3 : 4;
}
