import type { CacheCounts } from '../cache/answer-cache.js';
import type { StreamCounts } from '../subscription/stream-counts.js';
import type { WayState } from '../transport/guarded-way.js';
import type { RequestRecord } from './request-record.js';

/** Why a request was turned away before it became a GraphQL request. */
export type TurnedAway = 'shed' | 'limited' | 'refused';

/** What a gateway tells when it is asked how it is. */
export interface GatewayState {
  contract: string;
  /** Supergraphs alive: the one served and those that still have requests or planners. */
  generations: number;
  /** The streams of events in numbers. */
  streams: StreamCounts;
  /** How the way to each subgraph is, and what went over it since the gateway started. */
  ways: readonly WayState[];
  /** What the kept answers were good for. */
  kept: readonly CacheCounts[];
}

/** Is told by a gateway what happens. Every method returns at once and never throws. */
export interface Observer {
  /** A request begins; what is given back is filled in on its way. `traceparent` is believed only where its sender may be. */
  begun(request: {
    contract: string;
    requestId: string;
    traceparent?: string | undefined;
    isExplained?: boolean;
  }): RequestRecord;
  /** A request has ended, well or not. */
  ended(record: RequestRecord): void;
  /** A request was turned away at the door. */
  turnedAway(contract: string, reason: TurnedAway): void;
  /** An HTTP answer has gone out. */
  responded(contract: string, status: number): void;
  /** Something that lives from now on; it is asked how it is until what is given back is called. */
  living(state: () => GatewayState): () => void;
}

/** As what somebody is counted who is turned away with a status. */
export function turnedAwayBy({ status }: { readonly status: number }): TurnedAway {
  if (status === 429) return 'limited';
  return status === 503 ? 'shed' : 'refused';
}
