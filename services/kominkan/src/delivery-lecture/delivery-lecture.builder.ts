import { fold } from '@manabi/kit/text/fold';

import { DeliveryLecture } from './delivery-lecture.entity.js';

/** A lecture for tests, to be had on a Tuesday evening; name only what matters. */
export function aDeliveryLecture(given: Partial<DeliveryLecture> = {}): DeliveryLecture {
  return Object.assign(
    new DeliveryLecture(),
    {
      id: 'lecture',
      theme: { ja: '防災' },
      languages: ['ja'],
      departmentCode: 'disaster',
      subjectKeys: [],
      times: [
        {
          startsAt: new Date('2026-11-10T19:00:00+09:00'),
          endsAt: new Date('2026-11-10T20:30:00+09:00'),
        },
      ],
      words: fold(given.theme?.ja ?? '防災'),
      provenance: { department: 'kominkan', sample: true },
    },
    given,
  );
}
