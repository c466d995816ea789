import type { DeliveryTarget } from '@manabi/kit/delivery/delivery.target';
import type { ListedAs } from '@manabi/kit/import/list/lists';
import { japanMoment } from '@manabi/kit/japan-time';

/** Where lists of experience programmes go. */
export const experienceProgramTarget: DeliveryTarget = {
  table: 'experience_program',
  key: 'id',
  columns: [
    'title',
    'summary',
    'kind',
    'grade_from',
    'grade_to',
    'seasons',
    'fee_yen',
    'how_to_apply',
    'url',
    'confirmed_at',
    'subject_keys',
    'venue_code',
    'department_code',
    'provenance',
  ],
};

/** Where the times of such lists go; who was promised to a time that stays is still promised. */
export const experienceSessionTarget: DeliveryTarget = {
  table: 'experience_session',
  key: 'id',
  columns: ['program_id', 'starts_at', 'ends_at', 'capacity', 'supporters_needed'],
  over: ['ends_at'],
};

type Program = ListedAs<'experience-program'>;

/** What a row says of a programme, in the columns of the register; where it is held is said by the registers. */
export const experienceProgramValues = (record: Program): Record<string, unknown> => ({
  title: { ja: record.title, kana: record.titleKana },
  summary: record.summary ? { ja: record.summary } : null,
  kind: record.experience ?? null,
  grade_from: record.gradeFrom ?? null,
  grade_to: record.gradeTo ?? null,
  seasons: record.seasons,
  fee_yen: record.feeYen ?? null,
  how_to_apply: record.howToApply ?? null,
  url: record.url ?? null,
  confirmed_at: record.confirmedOn ? japanMoment(record.confirmedOn, '00:00').toISOString() : null,
});

/** What a row says of the times of a programme. */
export const experienceSessionValues = (
  { times, capacity, supporters }: Program,
  programId: string,
): Record<string, unknown>[] =>
  times.map(({ startsAt, endsAt }) => ({
    program_id: programId,
    starts_at: startsAt,
    ends_at: endsAt,
    capacity: capacity ?? null,
    supporters_needed: supporters ?? 0,
  }));
