import { answerUnion } from '@manabi/kit/write/answer-union';
import { ChangedMeanwhile, RecordUnknown, Refusal } from '@manabi/kit/write/refusal';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

import { FacilityUnknown } from '../value/decide-venue-answer.js';
import { Closure } from './closure.entity.js';

/** It is closed then. */
@ObjectType({ description: 'It is closed then (休館を登録).' })
export class FacilityClosed {
  readonly __typename!: 'FacilityClosed';

  @Field(() => Closure, { nullable: true, description: 'The closure (休館).', simple: true })
  closure!: Closure | null;
}

/** The time ends before it begins. */
@ObjectType({ description: 'The time ends before it begins (期間の誤り).' })
export class ClosureTimeWrong extends Refusal {
  readonly __typename!: 'ClosureTimeWrong';
}

/** The register knows no such rooms in that house. */
@ObjectType({ description: 'The house has no such rooms (部屋なし).' })
export class RoomsUnknown extends Refusal {
  readonly __typename!: 'RoomsUnknown';

  @Directive('@listSize(assumedSize: 5)')
  @Field(() => [ID], { nullable: true, description: 'What was sent (部屋).', simple: true })
  roomIds!: readonly string[];
}

/** It is closed then already, for the same rooms or as a whole. */
@ObjectType({ description: 'It is closed then already (休館と重複).' })
export class ClosedAlready extends Refusal {
  readonly __typename!: 'ClosedAlready';

  @Field(() => Closure, { nullable: true, description: 'The other closure (休館).', simple: true })
  closure!: Closure;
}

/** The closure, or why not. */
export type CloseFacilityAnswer =
  | FacilityClosed
  | FacilityUnknown
  | RoomsUnknown
  | ClosureTimeWrong
  | ClosedAlready;

export const CloseFacilityAnswer = answerUnion({
  name: 'CloseFacilityAnswer',
  description: 'The closure, or why not (休館登録の結果).',
  types: () =>
    [FacilityClosed, FacilityUnknown, RoomsUnknown, ClosureTimeWrong, ClosedAlready] as const,
});

/** It is open again. */
@ObjectType({ description: 'It is open again (休館を解除).' })
export class FacilityReopened {
  readonly __typename!: 'FacilityReopened';

  @Field(() => Closure, { nullable: true, description: 'The closure (休館).', simple: true })
  closure!: Closure | null;
}

/** The closure is over. */
@ObjectType({ description: 'The closure is over already (休館は終了済み).' })
export class ClosureOver extends Refusal {
  readonly __typename!: 'ClosureOver';
}

/** The closure as it is lifted, or why not. */
export type ReopenFacilityAnswer =
  | FacilityReopened
  | RecordUnknown
  | ChangedMeanwhile
  | ClosureOver;

export const ReopenFacilityAnswer = answerUnion({
  name: 'ReopenFacilityAnswer',
  description: 'The closure as it is lifted, or why not (休館解除の結果).',
  types: () => [FacilityReopened, RecordUnknown, ChangedMeanwhile, ClosureOver] as const,
});
