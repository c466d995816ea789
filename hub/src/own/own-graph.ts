import { CompositionRefused } from '@manabi/gateway/composition/compose';
import { Problem } from '@manabi/kit/problem';
import { buildSubgraph } from '@manabi/kit/subgraph';
import { Kind, parse, print } from 'graphql';

import { departments } from '../city/departments.js';
import { type Graph, composeGraph, printGraph } from '../graph/graph.js';
import { type KnownFields, compositionWords } from './composition-words.js';
import type { OwnSubgraph } from './own-subgraph.js';

/** The city's graph with departments' own subgraphs in the places of theirs. Throws a Problem that says in plain words why they do not fit. */
export function graphWith(own: readonly OwnSubgraph[]): Graph {
  if (own.length === 0) return printGraph(departments);
  try {
    return composeGraph(departments, new Map(own.map(({ name, sdl }) => [name, sdl])));
  } catch (error) {
    if (!(error instanceof CompositionRefused)) throw error;
    const words = own.flatMap(({ name }) => compositionWords(error.problems, name, fieldsOf(name)));
    throw new Problem(
      'CONFLICT',
      `With ${own.map(({ name }) => name).join(', ')} at its own address the graph does not fit together:\n${[...new Set(words)].map((line) => `- ${line}`).join('\n')}\nschema/${own[0]?.name ?? ''}.graphql shows all that the built-in service gives.`,
    );
  }
}

/** Every field that a built-in service gives, as it writes it, without descriptions and directives. */
function fieldsOf(name: string): KnownFields {
  const service = departments.find((each) => each.name === name);
  const { definitions } = parse(service ? buildSubgraph(service).sdl : 'scalar Nothing', {
    noLocation: true,
  });
  return new Map(
    definitions.flatMap((node) =>
      node.kind === Kind.OBJECT_TYPE_DEFINITION
        ? (node.fields ?? []).map(({ name: field, type }): [string, string] => [
            `${node.name.value}.${field.value}`,
            `${field.value}: ${print(type)}`,
          ])
        : [],
    ),
  );
}
