import type { RequestRecord } from './request-record.js';

/** Why a request was turned away before it became a GraphQL request. */
export type TurnedAway = 'shed' | 'limited' | 'refused';

/** What a gateway tells when it is asked how it is. */
export interface GatewayState {
  contract: string;
  /** Supergraphs alive: the one served and those that still have requests or planners. */
  generations: number;
  /** Subscriptions open. */
  subscriptions: number;
  /** Each subgraph with how its way is: "closed" lets requests through, "open" none, "half-open" a few. */
  ways: readonly (readonly [service: string, state: string])[];
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
