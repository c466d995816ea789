import type { Publisher } from '@manabi/kit/feed/publisher';
import { publishRecord } from '@manabi/kit/feed/record.published';

import { lecturesByIds } from './delivery-lecture.repository.js';

/** Tells followers which lectures offices give where people are. */
export const publishDeliveryLectures: Publisher = async (em, ids) =>
  new Map(
    (await lecturesByIds(em, ids)).map((lecture) => [
      lecture.id,
      publishRecord(lecture, { title: lecture.theme, departmentCode: lecture.departmentCode }),
    ]),
  );
