import { expect, test } from 'vitest';
import { fuzz, toldOf, type Fuzzed } from './testing/fuzz/fuzz.js';
import type { FuzzedGraph } from './testing/fuzz/fuzzed-graph.js';
import { generatedGraph } from './testing/fuzz/generated-graph.js';
import { committedGraph } from './testing/fuzz/graph/committed-graph.js';
import { marketGraph } from './testing/fuzz/graph/market-graph.js';
import { readingRoom } from './testing/fuzz/graph/reading-room.js';

const first = Number(process.env['FUZZ_SEED'] ?? 1);

/** Operations whose answers are compared, over all graphs together. */
const wanted = 10_000;

test('10,000 generated operations over three graphs are answered as one schema answers them', async () => {
  const graphs: [FuzzedGraph, number][] = [
    [marketGraph(), 4000],
    [generatedGraph('room', readingRoom), 4500],
    [generatedGraph('city', committedGraph), 3000],
  ];
  const all: Fuzzed[] = [];
  for (const [graph, seeds] of graphs) {
    const fuzzed = await fuzz(graph, first, seeds);
    await graph.close();
    all.push(fuzzed);
    process.stdout.write(
      `${graph.name}: seeds ${first} to ${first + seeds - 1}\n${toldOf(fuzzed)}\n`,
    );
  }

  expect(all.flatMap(({ differences }) => differences)).toEqual([]);
  expect(all.reduce((total, { compared }) => total + compared, 0)).toBeGreaterThanOrEqual(wanted);
});
