import type { LearningRecord, Passport, PassportFile, PassportReader } from './passport.entity.js';

/** A passport as a file: all that is kept, in words that a person and a program can read. */
export function passportFile(
  passport: Passport,
  told: {
    readonly records: readonly LearningRecord[];
    readonly readers: readonly PassportReader[];
    readonly day: string;
  },
): PassportFile {
  const content = {
    title: '生涯学習パスポート',
    exportedOn: told.day,
    consentedAt: passport.consentedAt.toISOString(),
    mayRead: told.readers.map(({ reader, since }) => ({ reader, since: since.toISOString() })),
    records: told.records.map((record) => ({
      title: record.title,
      learnedOn: record.learnedOn,
      minutes: record.minutes ?? null,
      note: record.note ?? null,
      department: record.department ?? null,
      opportunityId: record.opportunityId ?? null,
      groupId: record.groupId ?? null,
      presented: record.presented ?? null,
    })),
  };
  return {
    name: `manabi-passport-${told.day}.json`,
    mediaType: 'application/json',
    content: `${JSON.stringify(content, undefined, 2)}\n`,
  };
}
