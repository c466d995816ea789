import { bilingual } from '@manabi/kit/value/local-text';

import type { NewsletterEmpty } from './newsletter-answer.entity.js';

/** Nothing opens or closes in that time. */
export const newsletterEmpty = (): NewsletterEmpty => ({
  __typename: 'NewsletterEmpty',
  why: bilingual(
    'この期間に受付が始まる、または締め切られるものはありません。',
    'Nothing opens or closes in that time.',
  ),
  whatToDo: bilingual('期間を選び直してください。', 'Choose another time.'),
});
