import { answerUnion } from '@manabi/kit/write/answer-union';
import { Refusal } from '@manabi/kit/write/refusal';
import { Field, ID, ObjectType } from 'type-graphql';

import { VenueMatch } from '../venue-match/venue-match.entity.js';

/** The venue is decided. */
@ObjectType({ description: 'The venue is decided (照合を確定).' })
export class VenueMatchDecided {
  readonly __typename!: 'VenueMatchDecided';

  @Field(() => VenueMatch, {
    nullable: true,
    description: 'What was decided (照合).',
    simple: true,
  })
  match!: VenueMatch;
}

/** No venue waits under that id. */
@ObjectType({ description: 'No venue has this id (照合待ちなし).' })
export class VenueMatchUnknown extends Refusal {
  readonly __typename!: 'VenueMatchUnknown';
}

/** Somebody decided before. */
@ObjectType({ description: 'Somebody decided it before (確定済み).' })
export class VenueMatchAlreadyDecided extends Refusal {
  readonly __typename!: 'VenueMatchAlreadyDecided';

  @Field(() => VenueMatch, { nullable: true, description: 'How it stands (照合).', simple: true })
  match!: VenueMatch;
}

/** The register has no such facility in use. */
@ObjectType({ description: 'The register has no such facility in use (施設なし).' })
export class FacilityUnknown extends Refusal {
  readonly __typename!: 'FacilityUnknown';

  @Field(() => ID, {
    nullable: true,
    description: 'The code that was sent (施設コード).',
    simple: true,
  })
  code!: string;
}

/** What "decideVenueMatch" answers. */
export const DecideVenueMatchAnswer = answerUnion({
  name: 'DecideVenueMatchAnswer',
  description: 'The venue is decided, or why not and what to do (会場照合の結果).',
  types: () =>
    [VenueMatchDecided, VenueMatchUnknown, VenueMatchAlreadyDecided, FacilityUnknown] as const,
});

export type DecideVenueMatchAnswer = typeof DecideVenueMatchAnswer;
