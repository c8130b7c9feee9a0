import type { Connector, FlowContent } from './flow-content.ts';

interface Node {
  readonly name: string;
  /** Where it may go on, in the order in which the flow should be followed. */
  readonly connectors: readonly Connector[];
}

/** Every connector of the flow, those of its start included. */
export function connectorsOf(content: FlowContent): Connector[] {
  return [...startsOf(content), ...nodes(content).flatMap((node) => node.connectors)];
}

/**
 * A place for each element such that an element stands before what follows it, and a loop's body before what comes
 * after the loop: interviews that are behind run first, so that all meet at the next query or statement.
 */
export function elementOrder(content: FlowContent): Map<string, number> {
  const finished: string[] = [];
  const visit = visitor(content, (name) => finished.push(name));
  for (const start of [...startsOf(content)].reverse()) visit(start.targetReference ?? '');
  return new Map(finished.reverse().map((name, index) => [name, index]));
}

/** The elements that an interview may come to when it begins at this one. */
export function reachableFrom(content: FlowContent, first: string | undefined): ReadonlySet<string> {
  const reached = new Set<string>();
  if (first !== undefined) visitor(content, (name) => reached.add(name))(first);
  return reached;
}

/** Goes through the elements depth first, each once; `leave` is told when all that follows was seen. */
function visitor(content: FlowContent, leave: (name: string) => void): (name: string) => void {
  const byName = new Map(nodes(content).map((node) => [node.name, node]));
  const seen = new Set<string>();
  const visit = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    for (const { targetReference = '' } of [...(byName.get(name)?.connectors ?? [])].reverse()) visit(targetReference);
    leave(name);
  };
  return visit;
}

function startsOf(content: FlowContent): Connector[] {
  const paths = (content.start?.scheduledPaths ?? []).map((path) => path.connector);
  const first = content.startElementReference;
  const reference = first === undefined ? undefined : { targetReference: first };
  return present([content.start?.connector ?? reference, ...paths]);
}

const present = (connectors: readonly (Connector | undefined)[]): Connector[] =>
  connectors.filter((connector) => connector !== undefined);

function nodes(content: FlowContent): Node[] {
  const node = (name: string | undefined, connectors: readonly (Connector | undefined)[]): Node => ({
    name: name ?? '',
    connectors: present(connectors),
  });
  const plain = [
    content.assignments,
    content.collectionProcessors,
    content.customErrors,
    content.subflows,
    content.transforms,
  ].flatMap((list) => list ?? []);
  const records = [content.recordLookups, content.recordCreates, content.recordUpdates, content.recordDeletes].flatMap(
    (list) => list ?? [],
  );
  return [
    ...plain.map((one) => node(one.name, [one.connector])),
    ...records.map((one) => node(one.name, [one.connector, one.faultConnector])),
    ...(content.decisions ?? []).map((one) =>
      node(one.name, [...(one.rules ?? []).map((rule) => rule.connector), one.defaultConnector]),
    ),
    ...(content.loops ?? []).map((one) => node(one.name, [one.nextValueConnector, one.noMoreValuesConnector])),
  ];
}
