import { Public } from '@manabi/kit/column';
import { Field, ObjectType } from 'type-graphql';

/** An address inside the city, in the parts in which registers give it. */
@ObjectType({ description: 'An address inside the city (所在地).' })
export class Address {
  @Public()
  @Field(() => String, {
    nullable: true,
    description: 'Town block, e.g. 柳沢一丁目 (町字).',
    simple: true,
  })
  block?: string | null;

  @Public()
  @Field(() => String, {
    nullable: true,
    description: 'Number in the block, e.g. 15-1 (番地以下).',
    simple: true,
  })
  number?: string | null;

  @Public()
  @Field(() => String, {
    nullable: true,
    description: 'House in which it is (建物名等、方書).',
    simple: true,
  })
  building?: string | null;

  @Public()
  @Field(() => String, { nullable: true, description: 'Floor in that house (階).', simple: true })
  floor?: string | null;
}
