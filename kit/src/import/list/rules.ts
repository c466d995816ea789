// A table: what must hold of rows of several lists.
import { personalTraces } from '../../text/personal-trace.js';

/** The lowest grade does not lie above the highest. */
export const gradesInOrder = {
  code: 'GRADES_REVERSED',
  message: '対象学年の最低が最高より上です。',
  remedy: '「対象学年（最低）」と「対象学年（最高）」を確かめてください。',
  breaks: ({
    gradeFrom,
    gradeTo,
  }: {
    gradeFrom: number | undefined;
    gradeTo: number | undefined;
  }) => gradeFrom !== undefined && gradeTo !== undefined && gradeFrom > gradeTo,
};

/** Nobody can be known by what is to be published or kept. */
export const nobodyIn = (...texts: readonly string[]) => ({
  code: 'PERSONAL_TRACE',
  message: `「${texts.join('、')}」に個人が分かる記述があるため、取り込みません。`,
  remedy: '個人が分かる記述を除いてください。',
  namesPersons: true as const,
});

/** Whether somebody can be known by one of these texts. */
export const namesSomebody = (...texts: readonly (string | undefined)[]): boolean =>
  personalTraces(texts.filter(Boolean).join('\n')).length > 0;
