import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';

/** A file as it was read: what an error names it by, and what its positions are counted in. */
export interface SourceText {
  readonly file: string;
  readonly text: string;
}

/** `line 12, column 7` of what a path such as `stages[4].raci` leads to, or of the nearest thing above it that is there. */
export function positionOf({ text }: SourceText, path: string): string {
  const lines = new LineCounter();
  let node: unknown = parseDocument(text, { lineCounter: lines }).contents;
  let offset = startOf(node) ?? 0;
  for (const part of path.match(/[^.[\]]+/g) ?? []) {
    const [place, next] = step(node, part);
    if (place === undefined) break;
    offset = startOf(place) ?? offset;
    node = next;
  }
  const { line, col } = lines.linePos(offset);
  return `line ${line}, column ${col}`;
}

/** Where a part of a path is seen (the key of a map, the item of a list) and what stands there. */
function step(node: unknown, part: string): [place: unknown, next: unknown] {
  if (isSeq(node)) return [node.items[Number(part)], node.items[Number(part)]];
  if (!isMap(node)) return [undefined, undefined];
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === part);
  return [pair?.key, pair?.value];
}

function startOf(node: unknown): number | undefined {
  return (node as { range?: readonly number[] } | null | undefined)?.range?.[0];
}
