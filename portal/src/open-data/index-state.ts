import { createHash } from 'node:crypto';

import { BrokenWalk } from '../collection/broken-walk.js';
import type { PublicGraph } from '../collection/public-graph.js';
import { trustedDocument } from '../collection/trusted-document.js';
import type { CollectionStateQuery } from '../generated/public-graph.js';

/** How far the graph had read all departments at some moment: another key as soon as any of them changed anything. */
export interface IndexState {
  readonly key: string;
  /** When this state was first seen here: nothing has changed since. */
  readonly since: Date;
  /** When the department that was read longest ago was read last; null where one was never read. */
  readonly readAt: Date | null;
}

const document = 'collection-state';

/** Remembers since when the graph's state is as it is. */
export class IndexWatch {
  #seen: { key: string; since: Date } | undefined;

  constructor(private readonly graph: PublicGraph) {}

  /** The present state. Throws BrokenWalk when it cannot be read. */
  async look(signal?: AbortSignal): Promise<IndexState> {
    const answer = await this.graph.ask({
      query: trustedDocument(document),
      variables: {},
      ...(signal && { signal }),
    });
    // The document is trusted and its types are generated from the graph that answers.
    const data = answer.data as CollectionStateQuery | null | undefined;
    const readings = data?.opportunities?.readings;
    if (!readings)
      throw new BrokenWalk(document, undefined, answer.errors?.[0]?.message ?? 'no state is told.');
    const positions = readings.map(({ department, position }) => `${department} ${position}`);
    const key = createHash('sha256').update(positions.join('\n')).digest('base64url').slice(0, 22);
    if (this.#seen?.key !== key) this.#seen = { key, since: new Date() };
    const moments = readings.map(({ readAt }) => (readAt === null ? null : Date.parse(readAt)));
    const isWhole = moments.every((moment) => moment !== null) && moments.length > 0;
    return { ...this.#seen, readAt: isWhole ? new Date(Math.min(...moments)) : null };
  }
}
