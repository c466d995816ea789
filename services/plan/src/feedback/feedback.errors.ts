import { bilingual } from '@manabi/kit/value/local-text';
import { Refusal } from '@manabi/kit/write/refusal';
import { ObjectType } from 'type-graphql';

/** The plan knows no such thing, or it was withdrawn. */
@ObjectType({ description: 'Nothing of that kind has this id (対象なし).' })
export class FeedbackSubjectUnknown extends Refusal {
  readonly __typename!: 'FeedbackSubjectUnknown';
}

/** It has not taken place yet. */
@ObjectType({ description: 'It has not begun yet (開始前).' })
export class NotYetBegun extends Refusal {
  readonly __typename!: 'NotYetBegun';
}

/** What was written says how to reach somebody. */
@ObjectType({ description: 'The text says how to reach somebody (連絡先の記載あり).' })
export class TextNamesSomebody extends Refusal {
  readonly __typename!: 'TextNamesSomebody';
}

/** The plan knows no such thing. */
export const feedbackSubjectUnknown = (): FeedbackSubjectUnknown => ({
  __typename: 'FeedbackSubjectUnknown',
  why: bilingual('この対象は登録されていません。', 'Nothing of that kind has this id.'),
  whatToDo: bilingual('検索の結果にある識別子を送ってください。', 'Send an id that a search told.'),
});

/** It has not begun yet. */
export const notYetBegun = (): NotYetBegun => ({
  __typename: 'NotYetBegun',
  why: bilingual('まだ始まっていません。', 'It has not begun yet.'),
  whatToDo: bilingual('参加したあとで、感想をお寄せください。', 'Say it once you took part.'),
});

/** The text says how to reach somebody. */
export const textNamesSomebody = (): TextNamesSomebody => ({
  __typename: 'TextNamesSomebody',
  why: bilingual(
    '電話番号やメールアドレスなどの連絡先が書かれています。',
    'The text holds a telephone number or an address of mail or of the web.',
  ),
  whatToDo: bilingual(
    '連絡先や人の名前を除いて、もう一度送ってください。',
    'Send it again without contacts and names of people.',
  ),
});
