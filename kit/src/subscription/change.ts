/** One change of the feed: which record, and when. Whether it still is there is for its reader to look up. */
export interface RecordChange {
  readonly kind: string;
  readonly id: string;
  /** Number of the change; grows with every commit that touched the record. */
  readonly number: number;
  readonly changedAt: Date;
}

/** What a subscriber is sent: always how far it has now been told, mostly with what there is to tell. */
export interface SubscriptionMessage<Answer> {
  /** Send it as `after` to go on from here. */
  readonly cursor: string;
  /** The answer to the operation for one change. */
  readonly answer?: Answer;
  /** True when the changes since the cursor that was sent cannot be told any more; telling begins anew. */
  readonly gap?: true;
  /** True when the operation was refused, as `answer` says: nothing more will come. */
  readonly refused?: true;
}
