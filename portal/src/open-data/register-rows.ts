import { type Collection, walk } from '../collection/walk.js';
import { refuseSilence } from './offered.js';
import type { RowReading } from './sheet.js';

/** The records of a register, none left out that a department could not tell. Throws BrokenWalk instead. */
export async function* registerRows<Data, Node>(
  collection: Collection<Data, { readonly node: Node | null }>,
  { graph, signal }: RowReading,
): AsyncGenerator<readonly NonNullable<Node>[]> {
  for await (const { edges, silent, faults } of walk(graph, collection, { signal })) {
    refuseSilence(
      collection.document,
      silent.map(({ name }) => name),
      faults,
    );
    yield edges.flatMap(({ node }) => node ?? []);
  }
}
