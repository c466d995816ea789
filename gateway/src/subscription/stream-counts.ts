/** The streams of a gateway in numbers; sums count since it started. */
export interface StreamCounts {
  /** Streams open to clients. */
  readonly open: number;
  /** Subscriptions open at subgraphs. */
  readonly upstream: number;
  /** Events sent. */
  readonly delivered: number;
  /** Events that were told later, because of the rates of their client. */
  readonly heldBack: number;
  /** Times that a subgraph was subscribed to again. */
  readonly reconnected: number;
  /** Clients dropped because they did not read. */
  readonly droppedSlow: number;
  /** Streams refused because there were too many. */
  readonly refused: number;
}
