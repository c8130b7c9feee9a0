import type { FlowContent } from './flow-content.ts';

interface Node {
  readonly name: string;
  /** Where it may go on, in the order in which the flow should be followed. */
  readonly targets: readonly string[];
}

/** Every element that a connector points to. */
export function connectorsOf(content: FlowContent): string[] {
  return [startOf(content), ...nodes(content).flatMap((node) => node.targets)].filter((target) => target !== undefined);
}

/**
 * A place for each element such that an element stands before what follows it, and a loop's body before what comes
 * after the loop: interviews that are behind run first, so that all meet at the next query or statement.
 */
export function elementOrder(content: FlowContent): Map<string, number> {
  const byName = new Map(nodes(content).map((node) => [node.name, node]));
  const seen = new Set<string>();
  const finished: string[] = [];
  const visit = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    for (const target of [...(byName.get(name)?.targets ?? [])].reverse()) visit(target);
    finished.push(name);
  };
  const start = startOf(content);
  if (start !== undefined) visit(start);
  return new Map(finished.reverse().map((name, index) => [name, index]));
}

const startOf = (content: FlowContent): string | undefined =>
  content.start?.connector?.targetReference ?? content.startElementReference;

function nodes(content: FlowContent): Node[] {
  const present = (name: string | undefined, targets: readonly (string | undefined)[]): Node => ({
    name: name ?? '',
    targets: targets.filter((target) => target !== undefined),
  });
  const plain = [content.assignments, content.collectionProcessors, content.customErrors, content.subflows].flatMap(
    (list) => list ?? [],
  );
  const records = [content.recordLookups, content.recordCreates, content.recordUpdates, content.recordDeletes].flatMap(
    (list) => list ?? [],
  );
  return [
    ...plain.map((one) => present(one.name, [one.connector?.targetReference])),
    ...records.map((one) => present(one.name, [one.connector?.targetReference, one.faultConnector?.targetReference])),
    ...(content.decisions ?? []).map((one) =>
      present(one.name, [
        ...(one.rules ?? []).map((rule) => rule.connector?.targetReference),
        one.defaultConnector?.targetReference,
      ]),
    ),
    ...(content.loops ?? []).map((one) =>
      present(one.name, [one.nextValueConnector?.targetReference, one.noMoreValuesConnector?.targetReference]),
    ),
  ];
}
