import type { DeliveryTarget } from '@manabi/kit/delivery/delivery.target';
import type { ListedAs } from '@manabi/kit/import/list/lists';
import { fold } from '@manabi/kit/text/fold';

/** Where lists of delivery lectures go. */
export const deliveryLectureTarget: DeliveryTarget = {
  table: 'delivery_lecture',
  key: 'id',
  columns: [
    'theme',
    'summary',
    'languages',
    'minutes',
    'minimum_audience',
    'department_code',
    'subject_keys',
    'times',
    'words',
    'provenance',
  ],
};

/** What a row says of a lecture, in the columns of the register; a lecture of which no language is said is in Japanese. */
export const deliveryLectureValues = (
  record: ListedAs<'delivery-lecture'>,
): Record<string, unknown> => ({
  theme: { ja: record.theme, kana: record.themeKana },
  summary: record.summary ? { ja: record.summary } : null,
  languages: record.languages.length > 0 ? record.languages : ['ja'],
  minutes: record.minutes ?? null,
  minimum_audience: record.minimumAudience ?? null,
  times: record.times,
  words: fold([record.theme, record.themeKana, record.summary].filter(Boolean).join(' ')),
});
