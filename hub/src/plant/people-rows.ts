import type { Desk } from '@manabi/center/desk/desk.entity';
import type { Group } from '@manabi/center/group/group.entity';
import type { Person } from '@manabi/center/person/person.entity';
import { Availability } from '@manabi/center/value/availability';
import { DeskChannel } from '@manabi/center/value/desk-channel';
import { PersonRole } from '@manabi/center/value/person-role';
import type { DeskRow } from '@manabi/data/city/desks';
import type { GroupRow } from '@manabi/data/city/groups';
import type { PersonRow } from '@manabi/data/city/people';
import { japanMoment } from '@manabi/kit/japan-time';
import { Tri } from '@manabi/kit/value/tri';
import { Audience } from '@manabi/kit/vocabulary/audience';

import { localText } from './local-text.js';
import { provenanceOf } from './provenance.js';

/** The moment at which an entry was confirmed; null where nobody did. */
export const confirmedAt = ({ confirmedOn }: { confirmedOn: string | null }): Date | null =>
  confirmedOn === null ? null : japanMoment(confirmedOn, '09:00');

/** An invented person of the talent bank. */
export const personRow = (row: PersonRow): Partial<Person> => ({
  id: row.id,
  name: localText(row.name),
  role: PersonRole[row.role],
  roles: row.roles.map((role) => PersonRole[role]),
  qualifications: row.qualifications,
  ages: {
    minMonths: row.ageMin * 12,
    maxMonths: row.ageMax === null ? null : row.ageMax * 12 + 11,
  },
  freeTimes: row.freeTimes,
  unavailable: row.unavailable,
  districtCodes: row.districtCodes,
  summary: localText(row.summary),
  available: Availability[row.available],
  since: row.since,
  feeYen: row.feeYen,
  contactConsent: Tri[row.contactConsent],
  confirmedAt: confirmedAt(row),
  withdrawnAt: null,
  provenance: provenanceOf(row, 'center'),
  subjectKeys: row.subjectKeys,
  areaCode: row.areaCode,
  email: row.email,
});

/** An invented circle. */
export const groupRow = (row: GroupRow): Partial<Group> => ({
  id: row.id,
  name: localText(row.name),
  summary: localText(row.summary),
  members: row.members,
  monthlyFeeYen: row.monthlyFeeYen,
  acceptsBeginners: Tri[row.acceptsBeginners],
  meeting: {
    roomId: row.meeting.roomId,
    weekday: row.meeting.weekday,
    startsAt: row.meeting.startsAt,
    endsAt: row.meeting.endsAt,
    weeks: row.meeting.weeks,
  },
  since: row.since,
  confirmedAt: confirmedAt(row),
  withdrawnAt: null,
  provenance: provenanceOf(row, 'center'),
  subjectKeys: row.subjectKeys,
  venueCode: row.meeting.venueCode,
  fedByCourseId: row.fedByCourseId,
  email: row.email,
});

/** A sample desk in a real house. */
export const deskRow = (row: DeskRow): Partial<Desk> => ({
  id: row.id,
  name: localText(row.name),
  summary: localText(row.summary),
  audiences: row.audiences.map((audience) => Audience[audience]),
  appointment: Tri[row.appointment],
  channels: row.channels.map((channel) => DeskChannel[channel]),
  hours: row.hours,
  exceptions: row.exceptions,
  capacity: row.capacity,
  confirmedAt: confirmedAt(row),
  withdrawnAt: null,
  provenance: provenanceOf(row, row.departmentCode),
  subjectKeys: row.subjectKeys,
  departmentCode: row.departmentCode,
  venueCode: row.venueCode,
});
