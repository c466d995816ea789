import { bilingual } from '@manabi/kit/value/local-text';

import type { EntryEnded } from '../value/confirm-answer.js';

/** The entry ended, so nobody can confirm it. */
export const entryEnded = (): EntryEnded => ({
  __typename: 'EntryEnded',
  why: bilingual('この登録は終了しています。', 'This entry ended.'),
  whatToDo: bilingual('続けるときは、新しく登録してください。', 'Where it goes on, enter it anew.'),
});
