import { bilingual } from '@manabi/kit/value/local-text';

import type {
  ConsentMissing,
  LearnedTooSoon,
  LearnedWhat,
  PassportMissing,
  ResidentsOnly,
} from './passport-answer.entity.js';

/** Nothing is kept without consent. */
export const consentMissing = (): ConsentMissing => ({
  __typename: 'ConsentMissing',
  why: bilingual(
    '学習の記録は、本人の同意がなければ保管しません。',
    'Nothing is kept of a resident who does not consent.',
  ),
  whatToDo: bilingual(
    '保管に同意する場合は、同意を選んでもう一度送ってください。',
    'Send it again with "consents" when the resident does.',
  ),
});

/** Nothing says what was learned. */
export const learnedWhat = (): LearnedWhat => ({
  __typename: 'LearnedWhat',
  why: bilingual(
    '学習内容がなく、その識別子の学習機会も見つかりません。',
    'There is no title, and no opportunity has this id.',
  ),
  whatToDo: bilingual('学習内容を書いてください。', 'Send a "title".'),
});

/** The day has not come yet. */
export const learnedTooSoon = (): LearnedTooSoon => ({
  __typename: 'LearnedTooSoon',
  why: bilingual('学習日が今日より後です。', 'The day has not come yet.'),
  whatToDo: bilingual('学習を終えてから記録してください。', 'Keep it once it was learned.'),
});

/** Only residents have a passport. */
export const residentsOnly = (): ResidentsOnly => ({
  __typename: 'ResidentsOnly',
  why: bilingual(
    'パスポートは、本人としてログインした住民だけのものです。',
    'Only a resident who signed in has a passport.',
  ),
  whatToDo: bilingual('本人がログインしてください。', 'Let the resident sign in.'),
});

/** There is no passport. */
export const passportMissing = (): PassportMissing => ({
  __typename: 'PassportMissing',
  why: bilingual('パスポートはありません。', 'There is no passport.'),
  whatToDo: bilingual(
    '学習の記録を一件残すと作られます。',
    'One begins with the first record that is kept.',
  ),
});
