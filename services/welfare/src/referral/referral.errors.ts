import { bilingual } from '@manabi/kit/value/local-text';

import type { PersonSaid, SameDesk } from '../value/referral-answer.js';

/** The words seem to tell of a person; which ones is not repeated. */
export const personSaid = (): PersonSaid => ({
  __typename: 'PersonSaid',
  why: bilingual(
    'テーマか質問に、電話番号・住所・名前など、個人が分かる記述があるようです。',
    'The theme or the question seems to hold a number, an address or a name.',
  ),
  whatToDo: bilingual(
    'だれの相談かが分からないように書き直してください。連絡先は本人から窓口に伝えてもらいます。',
    'Write it so that nobody can be told from it; whoever asked gives their own address to the desk.',
  ),
});

/** A desk hands to another one. */
export const sameDesk = (): SameDesk => ({
  __typename: 'SameDesk',
  why: bilingual('引き継ぎ元と引き継ぎ先が同じ窓口です。', 'Both desks are the same.'),
  whatToDo: bilingual('別の窓口を選んでください。', 'Choose another desk.'),
});
