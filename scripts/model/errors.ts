/**
 * Every error Midfield raises on purpose. The words and what to do next stand in `scripts/messages/errors.md`
 * under the same name; a test proves that the two name the same set.
 */
export const errorCodes = [
  'InputInvalid',
  'YamlInvalid',
  'PlaybookInvalid',
  'FileNotFound',
  'OrgUnreachable',
  'OrgRejected',
  'PreflightFailed',
  'DeployFailed',
  'ActivationFailed',
  'PackageNotBuilt',
  'PlaybookMissingInOrg',
  'ReleaseRefused',
  'ReleaseUnconfirmed',
  'ReleaseBusy',
  'ReleaseUnknown',
  'ReleaseNotVerified',
  'AllocationTaken',
  'LocalOrgBusy',
  'LocalOrgNotStarted',
  'PagesNotStarted',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** The one error class of Midfield. Tokens fill `%s` of the message in order. */
export class MidfieldError extends Error {
  readonly code: ErrorCode;
  readonly tokens: readonly string[];

  constructor(code: ErrorCode, tokens: readonly string[], options?: { cause?: unknown }) {
    super(`${code}: ${tokens.join(' · ')}`, options);
    this.name = 'MidfieldError';
    this.code = code;
    this.tokens = tokens;
  }
}
