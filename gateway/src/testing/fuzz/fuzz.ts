import { compare, type Comparison } from './compare.js';
import type { FuzzedGraph } from './fuzzed-graph.js';
import { shrunk } from './shrink.js';
import { writeOperation, type Operation } from './write-operation.js';

/** What became of the operations of some seeds. */
export interface Fuzzed {
  compared: number;
  /** Operations the planner found no way for: how many for each of its reasons, and the first, shrunk. */
  notPlanned: Map<string, { count: number; example: string }>;
  /** Answers that differ, each with its seed and its smallest operation. */
  differences: string[];
}

/** Differences after which a run stops: more of them tell nothing more. */
const enough = 3;

/** Compares the operations of `count` seeds from `first` on; stops early when it has seen enough. */
export async function fuzz(graph: FuzzedGraph, first: number, count: number): Promise<Fuzzed> {
  const fuzzed: Fuzzed = { compared: 0, notPlanned: new Map(), differences: [] };
  for (let seed = first; seed < first + count; seed++) {
    const operation = writeOperation(graph.apiSchema, seed, graph.words);
    const compared = await compare(graph, operation);
    if (compared.kind === 'equal') {
      fuzzed.compared++;
    } else if (compared.kind === 'different') {
      fuzzed.differences.push(await told(graph, { seed, operation }, compared));
      if (fuzzed.differences.length >= enough) break;
    } else {
      const reason = kindOf(compared.told);
      const known = fuzzed.notPlanned.get(reason);
      if (known) known.count++;
      else {
        const example = await told(graph, { seed, operation }, compared);
        fuzzed.notPlanned.set(reason, { count: 1, example });
      }
    }
  }
  return fuzzed;
}

/** The planner's reason without what it names. */
function kindOf(reason: string): string {
  return reason.split('\n')[0]?.replaceAll(/'[^']*'|\[[^\]]*\]|item: .*|\d+/g, '…') ?? reason;
}

/** The smallest operation that fails in the same way, and how. */
async function told(
  graph: FuzzedGraph,
  { seed, operation }: { seed: number; operation: Operation },
  { kind, told: reason }: Exclude<Comparison, { kind: 'equal' }>,
): Promise<string> {
  const small = await shrunk(graph.apiSchema, operation, async (smaller) => {
    const again = await compare(graph, smaller);
    const isAlike = again.kind === 'not planned' ? kindOf(again.told) === kindOf(reason) : true;
    return again.kind === kind && isAlike;
  });
  const last = await compare(graph, small);
  return [
    `${graph.name}, seed ${seed}: ${small.query.replaceAll(/\s+/g, ' ')}`,
    `  variables ${JSON.stringify(small.variables)}`,
    ...(last.kind === 'different' ? [last.told] : []),
  ].join('\n');
}

/** What became of the operations, for people to read. */
export function toldOf({ compared, notPlanned, differences }: Fuzzed): string {
  const reasons = [...notPlanned].map(
    ([reason, { count, example }]) => `  not planned ${count}: ${reason}\n    ${example}`,
  );
  return [`  alike ${compared}, different ${differences.length}`, ...reasons].join('\n');
}
