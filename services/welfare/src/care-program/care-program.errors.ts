import { writeEnglish, writeJapanese } from '@manabi/kit/japan-time';
import { bilingual } from '@manabi/kit/value/local-text';

import type { NoLongerHeld, TimesImpossible } from '../value/care-program-answer.js';

/** A time ends before it begins, lies in the past, or one could apply only after it. */
export const timesImpossible = (at: Date): TimesImpossible => ({
  __typename: 'TimesImpossible',
  why: bilingual(
    `${writeJapanese(at)}の日時が正しくありません。`,
    `The time ${writeEnglish(at)} cannot be so.`,
  ),
  whatToDo: bilingual(
    '終了は開始より後に、開始は今より後に、受付の終了は初回の終了より前にしてください。',
    'Let each time end after it begins and begin after now, and applications close before the first time ends.',
  ),
});

/** Nothing of what was cancelled or is over can change. */
export const noLongerHeld = (): NoLongerHeld => ({
  __typename: 'NoLongerHeld',
  why: bilingual('この事業は中止されたか、終わっています。', 'It was cancelled or is over.'),
  whatToDo: bilingual(
    'もう一度行うときは、新しい事業として掲載してください。',
    'To hold it again, publish it as a new programme.',
  ),
});
