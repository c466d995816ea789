import type { PageInfo } from './page-info.js';

/** One row of a page with its cursor. */
export interface Edge<Node> {
  readonly cursor: string;
  readonly node: Node;
}

/** A page of a list. */
export interface Connection<E> {
  readonly edges: readonly E[];
  readonly pageInfo: PageInfo;
}

/**
 * Makes a page from up to `size + 1` rows that were read in the list's order: the surplus row only tells that
 * there is more.
 */
export function connection<Row, E extends { cursor: string }>(
  rows: readonly Row[],
  { size, after }: { size: number; after?: string | null | undefined },
  edgeOf: (row: Row) => E,
): Connection<E> {
  const edges = rows.slice(0, size).map(edgeOf);
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > size,
      hasPreviousPage: Boolean(after),
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
