import type { Service } from '@manabi/kit/service';
import { LotteryOddsResolver } from '@manabi/kit/slot/lottery.odds';
import { publishLotteries } from '@manabi/kit/slot/lottery.published';
import { lotteryKind } from '@manabi/kit/slot/lottery.tables';
import { LotteryWindowResolver } from '@manabi/kit/slot/lottery.window';

import { AdviceDay } from './advice-day/advice-day.entity.js';
import {
  AdviceDayResolver,
  DeskAdviceDayResolver,
  adviceDayReference,
  deskReference,
} from './advice-day/advice-day.resolver.js';
import { CourseChangeResolver } from './course/course-change.resolver.js';
import { CourseWriteResolver } from './course/course-write.resolver.js';
import { Course } from './course/course.entity.js';
import { publishCourses } from './course/course.feed.js';
import { CourseResolver, courseReference } from './course/course.resolver.js';
import { DeliveryLecture } from './delivery-lecture/delivery-lecture.entity.js';
import { publishDeliveryLectures } from './delivery-lecture/delivery-lecture.feed.js';
import {
  DeliveryLectureResolver,
  deliveryLectureReference,
} from './delivery-lecture/delivery-lecture.resolver.js';
import { LectureTimeResolver } from './delivery-lecture/lecture-time.resolver.js';
import { LotteryOddsCount } from './lottery/lottery-odds-count.entity.js';
import { RoomOddsWriteResolver } from './lottery/odds-write.resolver.js';
import { LotteryRound } from './lottery/lottery-round.entity.js';
import { StudyRoomLotteryResolver } from './lottery/lottery.resolver.js';
import { listTables } from './migrations/m20261126-lists.js';
import { sittingPlaceTables } from './migrations/m20261124-sitting-place.js';
import { firstTables } from './migrations/m20261123-first.js';
import { lectures } from './migrations/m20261124-lectures.js';
import { lotteries } from './migrations/m20261124-lotteries.js';
import { toldLectures } from './migrations/m20261124-told-lectures.js';
import { changedSessions } from './migrations/m20261126-changed-sessions.js';
import { roomUses } from './migrations/m20261124-room-uses.js';
import { regularUses } from './migrations/m20261124-regular-uses.js';
import { slotChanges } from './migrations/m20261126-slot-changes.js';
import { roomLists } from './migrations/m20261126-room-lists.js';
import { courseLevels } from './migrations/m20261126-course-levels.js';
import { sessionPlaces } from './migrations/m20261127-session-places.js';
import { unseenChanges } from './migrations/m20261127-unseen.js';
import {
  CourseInstructorResolver,
  PersonResolver,
  personReference,
} from './person/person.resolver.js';
import { RegularUse } from './regular-use/regular-use.entity.js';
import {
  GroupRegularUseResolver,
  RegularUseFields,
  RegularUseResolver,
  RoomAlternativeResolver,
  StudyRoomRegularUsers,
  groupReference,
} from './regular-use/regular-use.resolver.js';
import { SessionWriteResolver } from './session/session-write.resolver.js';
import { Session } from './session/session.entity.js';
import {
  CourseSessionResolver,
  SessionResolver,
  StudyRoomSessionResolver,
  sessionReference,
} from './session/session.resolver.js';
import { SlotChangeResolver } from './slot/slot-change.resolver.js';
import { SlotHold } from './slot/slot-hold.entity.js';
import { SlotResolver, StudyRoomSlotResolver, slotReference } from './slot/slot.resolver.js';
import { StudyRoom } from './study-room/study-room.entity.js';
import {
  FacilityStudyRoomResolver,
  StudyRoomResolver,
  facilityReference,
  studyRoomReference,
} from './study-room/study-room.resolver.js';
import { KominkanSittingPlace } from './sitting-place/sitting-place.entity.js';
import { publishSitting } from './sitting-place/sitting-place.feed.js';
import {
  KominkanSittingPlaceResolver,
  sittingReference,
} from './sitting-place/sitting-place.resolver.js';

/** The community centres (公民館): courses and their sessions, study rooms and their slots. */
export const kominkan: Service = {
  name: 'kominkan',
  entities: [
    Course,
    Session,
    StudyRoom,
    SlotHold,
    LotteryRound,
    LotteryOddsCount,
    RegularUse,
    AdviceDay,
    DeliveryLecture,
    KominkanSittingPlace,
  ],
  migrations: [
    firstTables,
    lotteries,
    regularUses,
    lectures,
    roomUses,
    sittingPlaceTables,
    toldLectures,
    listTables,
    slotChanges,
    roomLists,
    changedSessions,
    courseLevels,
    unseenChanges,
    sessionPlaces,
  ],
  resolvers: [
    RoomOddsWriteResolver,
    CourseWriteResolver,
    SessionWriteResolver,
    AdviceDayResolver,
    DeskAdviceDayResolver,
    DeliveryLectureResolver,
    LectureTimeResolver,
    LotteryOddsResolver,
    GroupRegularUseResolver,
    RegularUseFields,
    RegularUseResolver,
    RoomAlternativeResolver,
    StudyRoomRegularUsers,
    CourseChangeResolver,
    CourseResolver,
    CourseInstructorResolver,
    CourseSessionResolver,
    FacilityStudyRoomResolver,
    LotteryWindowResolver,
    PersonResolver,
    SessionResolver,
    SlotChangeResolver,
    SlotResolver,
    StudyRoomResolver,
    StudyRoomLotteryResolver,
    StudyRoomSessionResolver,
    StudyRoomSlotResolver,
    KominkanSittingPlaceResolver,
  ],
  types: [KominkanSittingPlace],
  references: {
    KominkanSittingPlace: sittingReference,
    AdviceDay: adviceDayReference,
    DeliveryLecture: deliveryLectureReference,
    Desk: deskReference,
    Course: courseReference,
    Facility: facilityReference,
    Group: groupReference,
    Person: personReference,
    Session: sessionReference,
    Slot: slotReference,
    StudyRoom: studyRoomReference,
  },
  published: {
    KominkanSittingPlace: publishSitting,
    Course: publishCourses,
    DeliveryLecture: publishDeliveryLectures,
    [lotteryKind]: publishLotteries('study_room'),
  },
};
