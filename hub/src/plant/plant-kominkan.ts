import { type CourseRow, courses } from '@manabi/data/city/courses';
import type { OpportunityRow } from '@manabi/data/city/opportunity';
import type { RoomRow } from '@manabi/data/city/rooms';
import { studyRoomSlots, studyRooms } from '@manabi/data/city/study-rooms';
import { Tri } from '@manabi/kit/value/tri';
import { Course } from '@manabi/kominkan/course/course.entity';
import { AdviceDay } from '@manabi/kominkan/advice-day/advice-day.entity';
import { DeliveryLecture } from '@manabi/kominkan/delivery-lecture/delivery-lecture.entity';
import { LotteryOddsCount } from '@manabi/kominkan/lottery/lottery-odds-count.entity';
import { LotteryRound } from '@manabi/kominkan/lottery/lottery-round.entity';
import { RegularUse } from '@manabi/kominkan/regular-use/regular-use.entity';
import { kominkan } from '@manabi/kominkan/service';
import { KominkanSittingPlace } from '@manabi/kominkan/sitting-place/sitting-place.entity';
import { Session } from '@manabi/kominkan/session/session.entity';
import { SlotHold } from '@manabi/kominkan/slot/slot-hold.entity';
import {
  StudyRoom,
  StudyRoomPurpose,
  publishedBands,
} from '@manabi/kominkan/study-room/study-room.entity';

import { closedRows, takenRows } from './hold-rows.js';
import { adviceDayRows, lectureRows } from './lecture-rows.js';
import { oddsRows, roundRows } from './lottery-rows.js';
import { opportunityValues } from './opportunity-rows.js';
import { type Planter, rowsFor } from './planter.js';
import { sittingPlaceRows } from './sitting-place-rows.js';
import { roomUseRows } from './regular-use-rows.js';
import { roomValues } from './room-rows.js';

function courseRows(rows: readonly CourseRow[]): Partial<Course>[] {
  const values = opportunityValues();
  return rows.map((row) =>
    Object.assign(values(row), {
      // Whoever composed the sample knows that nobody minds children where it says nothing.
      childcareOffered: row.childcare ? Tri.YES : Tri.NO,
      instructorIds: row.instructorIds,
    }),
  );
}

/** The sessions of a course. */
export const sessionRows = ({ sessions, cancelledAt }: OpportunityRow): Partial<Session>[] =>
  sessions.map((session) => ({
    id: session.id,
    courseId: session.opportunityId,
    roomId: session.roomId,
    startsAt: new Date(session.startsAt),
    endsAt: new Date(session.endsAt),
    allDay: false,
    cancelledAt:
      cancelledAt !== null && session.startsAt > cancelledAt ? new Date(cancelledAt) : null,
  }));

const purposeOf = (purpose: string): StudyRoomPurpose | null =>
  Object.values(StudyRoomPurpose).find((known) => known === purpose) ?? null;

/** A study room, let in the published parts of the day. */
export const roomRow = (row: RoomRow): Partial<StudyRoom> => ({
  ...roomValues(row, 'kominkan'),
  bands: publishedBands,
  purpose: purposeOf(row.purpose),
});

const ofSampleCourses = `course_id in (select id from course where provenance ->> 'dataset' = 'sample')`;

/** Courses with their sessions, rooms and what is taken of them; a real community centre begins empty. */
export const plantKominkan: Planter = {
  service: kominkan,
  tables: ({ today, empty }) => {
    if (empty) return [];
    const taught = courses(today);
    const rooms = studyRooms();
    const holds = [...closedRows(rooms, today), ...takenRows(studyRoomSlots(today), today)];
    return [
      rowsFor(Course, courseRows(taught), { gone: 'withdrawn' }),
      rowsFor(Session, taught.flatMap(sessionRows), { gone: 'deleted', sample: ofSampleCourses }),
      rowsFor(StudyRoom, rooms.map(roomRow)),
      rowsFor(
        KominkanSittingPlace,
        sittingPlaceRows('kominkan', { today, department: 'kominkan' }),
        {
          gone: 'withdrawn',
        },
      ),
      rowsFor(SlotHold, holds, { gone: 'replaced', sample: 'sample' }),
      rowsFor(LotteryRound, roundRows({ rooms, today, department: 'kominkan' })),
      rowsFor(LotteryOddsCount, oddsRows({ rooms, today, department: 'kominkan' })),
      rowsFor(RegularUse, roomUseRows(today)),
      rowsFor(DeliveryLecture, lectureRows(today), { gone: 'withdrawn' }),
      rowsFor(AdviceDay, adviceDayRows(today), { gone: 'deleted' }),
    ];
  },
};
