import { bilingual } from '@manabi/kit/value/local-text';
import { writeEnglish, writeJapanese } from '@manabi/kit/japan-time';

import type { ExperienceSession } from '../experience-session/experience-session.entity.js';
import type { SupportNotPossible, SupporterTaken } from '../value/assign-answer.js';

/** The person is promised to something else that overlaps. */
export const supporterTaken = (takenBy: ExperienceSession): SupporterTaken => ({
  __typename: 'SupporterTaken',
  takenBy,
  why: bilingual(
    `この人は${writeJapanese(takenBy.startsAt)}からの開催回に割り当てられています。`,
    `This person is promised to what begins on ${writeEnglish(takenBy.startsAt)}.`,
  ),
  whatToDo: bilingual(
    'ほかの支援者を選ぶか、先の割当てを解除してください。',
    'Choose somebody else, or release the person from the other first.',
  ),
});

/** The time was cancelled or is over, or the person left the bank. */
export const supportNotPossible = (): SupportNotPossible => ({
  __typename: 'SupportNotPossible',
  why: bilingual(
    'この開催回は中止または終了したか、この人の登録が終わっています。',
    'It was cancelled or is over, or the person left the talent bank.',
  ),
  whatToDo: bilingual(
    'これからの開催回と、登録中の人を選んでください。',
    'Choose a time to come and somebody who is registered.',
  ),
});
