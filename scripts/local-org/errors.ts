/**
 * An error as the platform words it. `code` is Salesforce's StatusCode or errorCode; the API layer
 * turns it into the shape of the protocol it came through.
 */
export class OrgError extends Error {
  readonly code: string;
  readonly httpStatus: number;
  readonly fields: readonly string[];

  constructor(
    code: string,
    message: string,
    detail: { httpStatus?: number; fields?: readonly string[]; cause?: unknown } = {},
  ) {
    super(message, { cause: detail.cause });
    this.name = 'OrgError';
    this.code = code;
    this.httpStatus = detail.httpStatus ?? 400;
    this.fields = detail.fields ?? [];
  }
}

/**
 * What the local org does not do, it refuses by name: HTTP 501 and the feature's own name
 * (`SOQL clause FOR VIEW`, `Flow element apexPluginCalls`, `GET /services/data/vXX.0/chatter`).
 */
export class NotSupportedError extends OrgError {
  readonly feature: string;

  constructor(feature: string) {
    super('NOT_SUPPORTED_BY_LOCAL_ORG', `The local org does not support ${feature}.`, { httpStatus: 501 });
    this.name = 'NotSupportedError';
    this.feature = feature;
  }
}
