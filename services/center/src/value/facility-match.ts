import { Public } from '@manabi/kit/column';
import { Field, Float, ObjectType, registerEnumType } from 'type-graphql';

/** Whether a text means one facility beyond doubt, or perhaps. */
export enum MatchVerdict {
  CERTAIN = 'CERTAIN',
  UNCERTAIN = 'UNCERTAIN',
}

registerEnumType(MatchVerdict, {
  name: 'MatchVerdict',
  description: 'Whether a text means one facility beyond doubt (照合の確からしさ).',
  valuesConfig: {
    CERTAIN: { description: 'Beyond doubt: venues are connected by it (確実).' },
    UNCERTAIN: { description: 'Perhaps: a person must decide (要確認).' },
  },
});

/** A facility that a text may mean. */
@ObjectType({ description: 'A facility that a text may mean (施設照合の候補).' })
export class FacilityMatch {
  /** Resolved to the facility itself. */
  facilityCode!: string;

  @Public()
  @Field(() => String, {
    nullable: true,
    description: 'Rooms that the text names, by their names in the register (部屋).',
    simple: true,
  })
  room?: string | null;

  @Public()
  @Field(() => Float, {
    nullable: true,
    description: 'How sure, 0 to 1 (確からしさ).',
    simple: true,
  })
  score!: number;

  @Public()
  @Field(() => MatchVerdict, {
    nullable: true,
    description: 'Whether it is beyond doubt (判定).',
    simple: true,
  })
  verdict?: MatchVerdict | null;

  @Public()
  @Field(() => String, {
    nullable: true,
    description: 'Why, as a sentence in Japanese (理由).',
    simple: true,
  })
  reason!: string;
}
