import { adviceDays } from '@manabi/data/city/advice-days';
import { deliveryLectures } from '@manabi/data/city/delivery-lectures';
import { fold } from '@manabi/kit/text/fold';
import { Tri } from '@manabi/kit/value/tri';
import type { AdviceDay } from '@manabi/kominkan/advice-day/advice-day.entity';
import type { DeliveryLecture } from '@manabi/kominkan/delivery-lecture/delivery-lecture.entity';

import { localText } from './local-text.js';
import { provenanceOf } from './provenance.js';

/** The invented lectures that offices give where people are. */
export const lectureRows = (today: string): Partial<DeliveryLecture>[] =>
  deliveryLectures(today).map((row) => ({
    id: row.id,
    theme: localText(row.theme),
    summary: localText(row.summary),
    departmentCode: row.departmentCode,
    subjectKeys: row.subjectKeys,
    languages: row.languages,
    minutes: row.minutes,
    minimumAudience: row.minimumAudience,
    times: row.times,
    words: fold([row.theme.ja, row.theme.kana ?? '', row.summary.ja].join(' ')),
    provenance: provenanceOf(row, 'kominkan'),
  }));

/** The invented days on which advice desks sit in community centres. */
export const adviceDayRows = (today: string): Partial<AdviceDay>[] =>
  adviceDays(today).map((row) => ({
    id: row.id,
    theme: localText(row.theme),
    summary: localText(row.summary),
    deskId: row.deskId,
    venueCode: row.venueCode,
    roomId: row.roomId,
    startsAt: new Date(row.startsAt),
    endsAt: new Date(row.endsAt),
    places: row.places,
    placesLeft: row.places - row.taken,
    minutesEach: row.minutesEach,
    appointment: Tri[row.appointment],
    provenance: provenanceOf(row, 'kominkan'),
  }));
