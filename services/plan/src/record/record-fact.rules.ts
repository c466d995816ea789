import type { PublishedRecord } from '@manabi/kit/feed/record.published';

/** A word of a closed list as the graph writes it; nothing that a person wrote looks so. */
const listed = /^[A-Z][A-Z0-9_]{1,63}$/;

/** Words that one record is found by at most. */
const mostWords = 100;

/** The words by which measures find a record: those of closed lists under their field's name, and its subjects. */
export function wordsOf({ subjectKeys, ...told }: PublishedRecord): string[] {
  const subjects = (subjectKeys ?? []).map(({ scheme, code }) => `${scheme}:${code}`);
  const words = Object.entries(told).flatMap(([field, value]) =>
    [value]
      .flat()
      .flatMap((word) =>
        typeof word === 'string' && listed.test(word) ? [`${field}:${word}`] : [],
      ),
  );
  return [...subjects, ...words].slice(0, mostWords);
}

/** What a record is called in Japanese; null where its department does not say. */
export const labelOf = ({ name, title }: PublishedRecord): string | null =>
  (name ?? title)?.ja ?? null;
