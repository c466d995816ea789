import { Public } from '@manabi/kit/column';
import { Field, Int, ObjectType } from 'type-graphql';

/** Another house of the same kind that is not closed then; the house itself is its field `facility`. */
@ObjectType({
  description: 'Another house of the same kind that is not closed then (代わりに使える施設).',
})
export class StandIn {
  readonly facilityCode!: string;

  @Public()
  @Field(() => Int, {
    nullable: true,
    description: 'Metres between the two, as the crow flies (直線距離、メートル).',
    simple: true,
  })
  metres!: number;
}
