import { Count } from '@manabi/kit/value/count';
import { Directive, Field, Float, ObjectType } from 'type-graphql';

/** At how many venues nobody said anything of one item. */
@ObjectType({ description: 'At how many venues nobody said anything of one item (項目別の不明).' })
export class UnknownAccessItem {
  @Field(() => String, {
    nullable: true,
    description: 'The item, a word of AccessItem (項目).',
    simple: true,
  })
  code!: string;

  @Field(() => Count, {
    nullable: true,
    description: 'Venues of which it is unknown (不明の会場数).',
    simple: true,
  })
  unknown!: Count;

  @Field(() => Float, {
    nullable: true,
    description: 'These of all venues, 0 to 1; null where there is no venue (不明の割合).',
    simple: true,
  })
  share!: number | null;
}

/** Of how many venues nobody knows whether one can come in. */
@ObjectType({
  description:
    'Of how many venues nobody knows whether one can come in; a venue is where something is offered (会場のアクセシビリティ把握状況).',
})
export class VenueAccess {
  @Field(() => Count, { nullable: true, description: 'Venues (会場数).', simple: true })
  venues!: Count;

  @Field(() => Count, {
    nullable: true,
    description:
      'Of these, without any record, or with one that says nothing of any item (まったく不明の会場数).',
    simple: true,
  })
  unknown!: Count;

  @Field(() => Count, {
    nullable: true,
    description: 'Of these, with a record that leaves some item open (一部不明の会場数).',
    simple: true,
  })
  partlyUnknown!: Count;

  @Field(() => Float, {
    nullable: true,
    description:
      'Unknown venues of all, 0 to 1; null where there is no venue (まったく不明の割合).',
    simple: true,
  })
  unknownShare!: number | null;

  @Directive('@listSize(assumedSize: 18)')
  @Field(() => [UnknownAccessItem], {
    nullable: true,
    description:
      'By item, most unknown first; empty where no department has recorded any (項目別の不明).',
    simple: true,
  })
  items!: UnknownAccessItem[];
}
