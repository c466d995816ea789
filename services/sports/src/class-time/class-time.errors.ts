import { bilingual } from '@manabi/kit/value/local-text';

import type { ClassTimeUnknown } from '../value/class-time-answer.js';

/** The class has no time of that number that still stands. */
export const classTimeUnknown = (numbers: readonly number[]): ClassTimeUnknown => ({
  __typename: 'ClassTimeUnknown',
  numbers,
  why: bilingual(
    'この教室に、その回はありません（中止になった回は選べません）。',
    'The class has no time of this number that still stands.',
  ),
  whatToDo: bilingual(
    `次の回から選んでください：${numbers.join('、') || 'なし'}`,
    `Choose one of: ${numbers.join(', ') || 'none'}.`,
  ),
});
