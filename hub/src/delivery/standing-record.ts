/** A data set of which something newer should be there: its delivery is overdue, or one waits because it withdraws much. */
export interface Standing {
  readonly department: string;
  readonly dataset: string;
  readonly kind: 'LATE' | 'WAITING';
  /** Since when, ISO 8601. */
  readonly since: string;
  /** When a delivery of it was last taken, ISO 8601; null for never. */
  readonly lastGood: string | null;
  /** The same for people, in Japanese. */
  readonly sentence: string;
}
