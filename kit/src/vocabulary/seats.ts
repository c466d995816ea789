import 'reflect-metadata';
import { Directive, Field, Int, ObjectType } from 'type-graphql';

/** How many take part. Numbers only: nobody's name is kept. */
@ObjectType({
  description: 'How many can take part and how many will (定員と申込数). Numbers only.',
})
@Directive('@shareable')
export class Seats {
  @Directive('@tag(name: "public")')
  @Field(() => Int, { nullable: true, description: 'Places offered (定員).', simple: true })
  capacity?: number | null;

  @Directive('@tag(name: "public")')
  @Field(() => Int, {
    nullable: true,
    description: 'Places still free; null when not known (残席).',
    simple: true,
  })
  left?: number | null;

  @Directive('@tag(name: "public")')
  @Field(() => Int, {
    nullable: true,
    description: 'People on the waiting list (キャンセル待ち人数).',
    simple: true,
  })
  waiting?: number | null;
}
