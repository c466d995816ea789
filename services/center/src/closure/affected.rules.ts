import { connection } from '@manabi/kit/connection/connection';

import { edgeOf } from '../opportunity/edge.rules.js';
import type { AffectedConnection, AffectedEdge } from './affected.entity.js';
import { type AffectedFound, type AffectedRow, affectedCursor } from './affected.search.js';

/** Times that one opportunity is shown with at most. */
const timesShown = 50;

/** Shows what a closure hits as a page, about this moment; nothing where nothing was looked for. */
export function affectedPage(found: AffectedFound | null, at: Date): AffectedConnection {
  const page = { size: found?.asked.size ?? 0, after: found?.asked.after };
  const { edges, pageInfo } = connection(found?.rows ?? [], page, (row) => affectedEdge(row, at));
  const losses = found?.departments ?? [];
  return {
    edges,
    pageInfo,
    totalCount: { value: losses.reduce((sum, loss) => sum + loss.opportunities, 0), isExact: true },
    departments: losses.map(({ department, opportunities, times, people }) => ({
      departmentCode: department,
      opportunities,
      times,
      people,
    })),
  };
}

function affectedEdge(row: AffectedRow, at: Date): AffectedEdge {
  const cursor = affectedCursor(row);
  const entry = { ...row, indexedAt: new Date(row.indexedAt), cursor, distance: null };
  return {
    cursor,
    times: row.times.slice(0, timesShown).map(({ opensAt, closesAt }) => ({
      opensAt: new Date(opensAt),
      closesAt: new Date(closesAt),
    })),
    usesClosedRoom: row.usesClosedRoom,
    opportunity: edgeOf(entry, at),
  };
}
