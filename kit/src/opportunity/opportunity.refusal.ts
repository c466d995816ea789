import 'reflect-metadata';
import { GraphQLDateTime } from 'graphql-scalars';
import { Directive, Field, ObjectType } from 'type-graphql';

import { writeEnglish, writeJapanese } from '../japan-time.js';
import { bilingual } from '../value/local-text.js';
import { Refusal } from '../write/refusal.js';

/** It was cancelled before. */
@ObjectType({ description: 'It was cancelled before (中止済み).' })
@Directive('@shareable')
export class AlreadyCancelled extends Refusal {
  readonly __typename!: 'AlreadyCancelled';

  @Field(() => GraphQLDateTime, { description: 'When it was cancelled (中止日時).', simple: true })
  cancelledAt!: Date;
}

/** It has begun or is over. */
@ObjectType({ description: 'It has begun or is over: what was cannot be changed (開始済み).' })
@Directive('@shareable')
export class AlreadyBegun extends Refusal {
  readonly __typename!: 'AlreadyBegun';

  @Field(() => GraphQLDateTime, { description: 'When it began (開始日時).', simple: true })
  begunAt!: Date;
}

/** What was said contradicts itself. */
@ObjectType({ description: 'What was said contradicts itself (内容の矛盾).' })
@Directive('@shareable')
export class NotInOrder extends Refusal {
  readonly __typename!: 'NotInOrder';
}

/** It was cancelled before. */
export function alreadyCancelled(cancelledAt: Date): AlreadyCancelled {
  return {
    __typename: 'AlreadyCancelled',
    cancelledAt,
    why: bilingual(
      `${writeJapanese(cancelledAt)}に中止になっています。`,
      `It was cancelled on ${writeEnglish(cancelledAt)}.`,
    ),
    whatToDo: bilingual(
      '行うことになった場合は、新しく掲載してください。',
      'If it takes place after all, publish it anew.',
    ),
  };
}

/** Applications would close before they open. */
export function windowBackwards(): NotInOrder {
  return {
    __typename: 'NotInOrder',
    why: bilingual('申込期限が申込開始より前です。', 'Applications would close before they open.'),
    whatToDo: bilingual(
      '申込開始と申込期限を確かめて、もう一度送ってください。',
      'Correct "applyOpensAt" or "applyClosesAt", and send it again.',
    ),
  };
}

/** A time ends before it begins. */
export function timeBackwards(): NotInOrder {
  return {
    __typename: 'NotInOrder',
    why: bilingual('終了が開始より前の回があります。', 'One of the times ends before it begins.'),
    whatToDo: bilingual(
      '各回の日時を確かめて、もう一度送ってください。',
      'Correct the times, and send it again.',
    ),
  };
}

/** It has begun or is over. */
export function alreadyBegun(begunAt: Date): AlreadyBegun {
  return {
    __typename: 'AlreadyBegun',
    begunAt,
    why: bilingual(
      `${writeJapanese(begunAt)}に始まっています。`,
      `It began on ${writeEnglish(begunAt)}.`,
    ),
    whatToDo: bilingual(
      'これから行う回を選んでください。',
      'Choose one that is still to take place.',
    ),
  };
}

/** A time to come is said to be in the past. */
export function timePast(): NotInOrder {
  return {
    __typename: 'NotInOrder',
    why: bilingual('新しい日時が過去です。', 'The new time is in the past.'),
    whatToDo: bilingual(
      'これからの日時を指定してください。',
      'Correct "startsAt", and send it again.',
    ),
  };
}

/** A room cannot be booked for a time whose end nobody knows. */
export function endMissing(): NotInOrder {
  return {
    __typename: 'NotInOrder',
    why: bilingual('終了の時刻が分かりません。', 'Nobody knows when it ends.'),
    whatToDo: bilingual(
      '終了日時も指定して、もう一度送ってください。',
      'Say "endsAt" too, and send it again.',
    ),
  };
}
