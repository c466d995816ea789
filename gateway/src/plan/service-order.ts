import { Kind, parse, print, visit, type ConstDirectiveNode, type DocumentNode } from 'graphql';
import { graphOf } from '../supergraph/join-graph.js';
import { argument, text } from '../supergraph/links.js';

/** A supergraph whose services have the names the planner needs, and the way back to their own. */
export interface ServiceOrder {
  supergraphSdl: string;
  nameOf(planned: string): string;
}

/**
 * Names services so that one with an `@interfaceObject` comes after the owners of the interface. Seen with
 * the planner 0.0.38: it reads services in the order of their names, and when the object comes first, it
 * finds no way from it to the fields of a concrete type.
 */
export function serviceOrder(supergraphSdl: string): ServiceOrder {
  if (!supergraphSdl.includes('isInterfaceObject: true')) {
    return { supergraphSdl, nameOf: (planned) => planned };
  }
  const document = parse(supergraphSdl, { noLocation: true });
  const ranks = ranksOf(document);
  const names = new Map<string, string>();
  const named = visit(document, {
    EnumValueDefinition(node) {
      const rank = ranks.get(node.name.value) ?? 0;
      if (rank === 0) return undefined;
      const directives = node.directives?.map((use) => {
        const own = text(argument(use, 'name'));
        if (use.name.value !== 'join__graph' || own === undefined) return use;
        // Comes after every letter, and no name of a service begins with it.
        const planned = '~'.repeat(rank) + own;
        names.set(planned, own);
        return renamed(use, planned);
      });
      return { ...node, directives };
    },
  });
  return { supergraphSdl: print(named), nameOf: (planned) => names.get(planned) ?? planned };
}

function renamed(use: ConstDirectiveNode, value: string): ConstDirectiveNode {
  const named = (use.arguments ?? []).map((node) =>
    node.name.value === 'name'
      ? Object.assign({}, node, { value: { kind: Kind.STRING, value } as const })
      : node,
  );
  return { ...use, arguments: named };
}

/** How many others have to come before a service, by its name in `join__Graph`. */
function ranksOf(document: DocumentNode): ReadonlyMap<string, number> {
  const owners = new Map<string, Set<string>>();
  for (const node of document.definitions) {
    if (node.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    const joins = (node.directives ?? []).filter(({ name }) => name.value === 'join__type');
    const isObject = (use: ConstDirectiveNode): boolean => {
      const value = argument(use, 'isInterfaceObject');
      return value?.kind === Kind.BOOLEAN && value.value;
    };
    for (const object of joins.filter(isObject)) {
      const before = owners.get(graphOf(object)) ?? new Set();
      for (const join of joins) if (!isObject(join)) before.add(graphOf(join));
      owners.set(graphOf(object), before);
    }
  }
  const ranks = new Map<string, number>();
  const rankOf = (graph: string): number => {
    const known = ranks.get(graph);
    if (known !== undefined) return known;
    // Stands while it is worked out, so that two services that each own what the other names end.
    ranks.set(graph, 0);
    const before = [...(owners.get(graph) ?? [])];
    const rank = Math.max(0, ...before.map((owner) => rankOf(owner) + 1));
    ranks.set(graph, rank);
    return rank;
  };
  for (const graph of owners.keys()) rankOf(graph);
  return ranks;
}
