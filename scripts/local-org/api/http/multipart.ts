import { OrgError } from '../../errors.ts';

/** The parts of a multipart/form-data body by name, or undefined when the body is something else. */
export function readMultipart(contentType: string | undefined, body: Buffer): Map<string, Buffer> | undefined {
  if (!/^multipart\/form-data/i.test(contentType ?? '')) return undefined;
  const [, quoted, plain] = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType ?? '') ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined) throw malformed('it names no boundary');
  const parts = new Map<string, Buffer>();
  const mark = Buffer.from(`--${boundary}`);
  let start = body.indexOf(mark);
  while (start !== -1) {
    const from = start + mark.length;
    const end = body.indexOf(mark, from);
    if (end === -1) break;
    addPart(parts, body.subarray(from, end));
    start = end;
  }
  if (parts.size === 0) throw malformed('it has no parts');
  return parts;
}

function addPart(parts: Map<string, Buffer>, part: Buffer): void {
  const gap = part.indexOf('\r\n\r\n');
  const headers = part.subarray(0, gap === -1 ? 0 : gap).toString('utf8');
  const name = /content-disposition:[^\r\n]*[;\s]name=(?:"([^"]*)"|([^;\r\n]+))/i.exec(headers);
  const key = name?.[1] ?? name?.[2];
  if (key === undefined) throw malformed('a part has no name');
  // The line break before the next boundary belongs to the boundary.
  parts.set(key, part.subarray(gap + 4, part.length - 2));
}

function malformed(problem: string): OrgError {
  return new OrgError('INVALID_MULTIPART_REQUEST', `The multipart request is malformed: ${problem}.`);
}
