import { answerUnion } from '@manabi/kit/write/answer-union';
import { ChangedMeanwhile, RecordUnknown, Refusal } from '@manabi/kit/write/refusal';
import { Field, Int, ObjectType } from 'type-graphql';

import { ChildcareSession } from '../childcare/childcare.entity.js';
import { NoLongerHeld } from './care-program-answer.js';

/** The places left were stated. */
@ObjectType({ description: 'The session as it stands now (残り枠の登録完了).' })
export class ChildcarePlacesStated {
  readonly __typename!: 'ChildcarePlacesStated';

  @Field(() => ChildcareSession, {
    nullable: true,
    description: 'The session (保育付きの回).',
    simple: true,
  })
  childcareSession!: ChildcareSession | null;
}

/** More are left than there are. */
@ObjectType({ description: 'More places are left than there are (定員を超える残り枠).' })
export class MoreThanThereAre extends Refusal {
  readonly __typename!: 'MoreThanThereAre';

  @Field(() => Int, { description: 'Places in all (定員).', simple: true }) places!: number;
}

/** What "stateChildcarePlaces" answers. */
export const ChildcarePlacesAnswer = answerUnion({
  name: 'ChildcarePlacesAnswer',
  description: 'The session, or why not and what to do (残り枠の登録結果).',
  types: () =>
    [
      ChildcarePlacesStated,
      MoreThanThereAre,
      NoLongerHeld,
      RecordUnknown,
      ChangedMeanwhile,
    ] as const,
});

export type ChildcarePlacesAnswer = typeof ChildcarePlacesAnswer;
