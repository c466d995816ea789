import { type CourtUseRow, courtUses } from '@manabi/data/city/court-uses';
import { groups } from '@manabi/data/city/groups';
import { opaqueId } from '@manabi/data/opaque-id';
import type { RegularUseColumns } from '@manabi/kit/slot/regular-use.columns';

import { provenanceOf } from './provenance.js';

/** The circles' usual meetings in rooms of the community centres. */
export const roomUseRows = (today: string): Partial<RegularUseColumns>[] =>
  groups(today).map(({ id, meeting, ...row }) => ({
    id: opaqueId('room-use', id),
    groupId: id,
    roomId: meeting.roomId,
    weekday: meeting.weekday,
    weeks: meeting.weeks,
    startsAt: meeting.startsAt,
    endsAt: meeting.endsAt,
    provenance: provenanceOf(row, 'kominkan'),
  }));

const courtUseRow = (row: CourtUseRow): Partial<RegularUseColumns> => ({
  id: row.id,
  groupId: row.groupId,
  roomId: row.roomId,
  weekday: row.weekday,
  weeks: row.weeks,
  startsAt: row.startsAt,
  endsAt: row.endsAt,
  provenance: provenanceOf(row, 'sports'),
});

/** The circles' usual meetings on courts. */
export const courtUseRows = (today: string): Partial<RegularUseColumns>[] =>
  courtUses(today).map(courtUseRow);
