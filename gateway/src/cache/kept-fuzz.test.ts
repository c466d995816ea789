import { Kind, parse, print, visit } from 'graphql';
import { expect, test } from 'vitest';
import type { Subgraph } from '../composition/compose.js';
import { fuzz, toldOf } from '../testing/fuzz/fuzz.js';
import { generatedGraph } from '../testing/fuzz/generated-graph.js';
import { committedGraph } from '../testing/fuzz/graph/committed-graph.js';
import { readingRoom } from '../testing/fuzz/graph/reading-room.js';

/** The same subgraphs with every field of them public, so that nearly every answer is kept. */
function allPublic(subgraphs: readonly Subgraph[]): Subgraph[] {
  const publicTag = parse('type T @federation__tag(name: "public")').definitions[0];
  const tags = publicTag?.kind === Kind.OBJECT_TYPE_DEFINITION ? (publicTag.directives ?? []) : [];
  return subgraphs.map(({ name, sdl }) => ({
    name,
    sdl: print(
      visit(parse(sdl), {
        FieldDefinition: (node) => {
          const used = (node.directives ?? []).map((each) => each.name.value);
          if (used.some((each) => /external|tag$/.test(each))) return undefined;
          return { ...node, directives: [...(node.directives ?? []), ...tags] };
        },
      }),
    ),
  }));
}

test.each([
  {
    name: 'the reading room, all of it public',
    subgraphs: allPublic(readingRoom),
    count: 150,
    atLeast: 150,
  },
  { name: 'the committed graph', subgraphs: committedGraph, count: 50, atLeast: 5 },
])(
  'generated operations over $name are answered alike from what is kept',
  async (asked) => {
    const { name, subgraphs, count, atLeast } = asked;
    const heads = new Map(subgraphs.map((each) => [each.name, async () => 'still']));
    const graph = generatedGraph(name, subgraphs, { heads });

    const first = await fuzz(graph, 1, count);
    const again = await fuzz(graph, 1, count);
    const hits = graph.gateway.keptAnswers().services.reduce((sum, each) => sum + each.hits, 0);
    await graph.close();

    expect([...first.differences, ...again.differences].join('\n\n'), toldOf(again)).toBe('');
    expect(again.compared).toBe(first.compared);
    expect(hits).toBeGreaterThan(atLeast);
  },
  300_000,
);
