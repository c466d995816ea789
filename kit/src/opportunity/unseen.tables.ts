import { unseenColumns } from '../feed/feed.seen.js';
import { seatsToldInSql } from '../vocabulary/seats-in-sql.js';

/**
 * SQL after which a change of an opportunity is seen only where anybody is told something else: of its applicants that is
 * what `seatsTold` tells, not how many they are.
 */
export const unseenApplicants = (table: string, kind: string): readonly string[] => [
  seatsToldInSql,
  ...unseenColumns({
    table,
    kind,
    columns: ['taken', 'waiting', 'source_hash'],
    shown: "jsonb_build_object('seats', seats_told(it.capacity, it.taken, it.waiting))",
  }),
];
