/** How far one service was read, as the database tells it. */
export interface ReadingRow {
  readonly source: string;
  readonly read_at: string;
  readonly seconds: number;
  readonly sweeping: boolean;
  readonly position: string | null;
}

/**
 * Moments of looks are told in full ten seconds, and as old as any look may be: a change makes a follower look at once,
 * and who knew to the second when it looked would count changes that nobody is told.
 */
const toldReadAt = `to_timestamp(floor(extract(epoch from least(read_at, now() - interval '5 seconds')) / 10) * 10)`;

/** The SQL of how far every service was read: rows of `ReadingRow`. */
export const readingRows = `select source, ${toldReadAt}::text as read_at, sweeping, md5(seen) as position,
  greatest(0, extract(epoch from now() - read_at))::integer as seconds from feed_cursor`;
