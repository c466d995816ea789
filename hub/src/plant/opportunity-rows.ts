import { facilities } from '@manabi/data/city/facilities';
import type { OpportunityRow, SessionRow } from '@manabi/data/city/opportunity';
import type { Occurrence } from '@manabi/kit/opportunity/occurrence';
import type { OpportunityColumns } from '@manabi/kit/opportunity/opportunity.columns';
import { FeeKind } from '@manabi/kit/value/fee';
import { Attendance } from '@manabi/kit/vocabulary/attendance';
import { Audience } from '@manabi/kit/vocabulary/audience';
import { SelectionMethod } from '@manabi/kit/vocabulary/selection';

import { localText } from './local-text.js';
import { provenanceOf } from './provenance.js';

/** The columns of an opportunity; those that it computes are left out. */
export type OpportunityValues = Omit<OpportunityColumns, 'applyPeriod' | 'seats'>;

const moment = (written: string | null): Date | null =>
  written === null ? null : new Date(written);

/** Names of every house and room as people write them, by code and id. */
function placeNames(): ReadonlyMap<string, string> {
  const houses = facilities();
  const rooms = houses.flatMap((house) => house.rooms);
  const names = new Map(houses.map(({ code, name }) => [code, name.ja]));
  for (const { id, name } of rooms) names.set(id, name.ja);
  return names;
}

const times = (row: OpportunityRow) => ({
  startsAt: new Date(row.startsAt),
  endsAt: new Date(row.endsAt),
  cancelledAt: moment(row.cancelledAt),
  withdrawnAt: null,
  applyOpensAt: moment(row.applyOpensAt),
  applyClosesAt: moment(row.applyClosesAt),
});

const places = ({ method, drawAt, confirmBy }: OpportunityRow['selection']) => ({
  method: SelectionMethod[method],
  drawAt: moment(drawAt),
  confirmBy: moment(confirmBy),
});

/** Makes of a sample opportunity the columns that every department's table has; reads the names of places once. */
export function opportunityValues(): (row: OpportunityRow) => OpportunityValues {
  const names = placeNames();
  return (row) => ({
    id: row.id,
    title: localText(row.title),
    summary: localText(row.summary),
    organiser: row.organiser,
    howToApply: row.howToApply,
    attendance: Attendance[row.attendance],
    audiences: row.audiences.map((audience) => Audience[audience]),
    ages: row.ages,
    fee: { ...row.fee, kind: FeeKind[row.fee.kind] },
    selection: places(row.selection),
    ...times(row),
    venueText: names.get(row.venueCode) ?? null,
    roomText: names.get(row.roomId) ?? null,
    venueCode: row.venueCode,
    capacity: row.capacity,
    taken: row.taken,
    waiting: row.waiting,
    subjectKeys: row.subjectKeys,
    provenance: provenanceOf(row, row.departmentCode),
  });
}

/** The times of an opportunity as services other than the community centres keep them. */
export const occurrencesOf = (sessions: readonly SessionRow[]): Occurrence[] =>
  sessions.map(({ startsAt, endsAt }) => ({
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
    allDay: false,
  }));
