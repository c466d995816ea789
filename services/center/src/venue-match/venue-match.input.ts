import { Field, ID, InputType } from 'type-graphql';

/** What a person decides about a venue as written. */
@InputType({ description: 'What a person decides about a venue as written (会場照合の確定).' })
export class DecideVenueMatchInput {
  @Field(() => ID, { description: 'The waiting venue (照合待ちの識別子).' })
  id!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The facility that it means; null when it means none (施設コード).',
  })
  facilityCode?: string | null;

  @Field(() => String, { nullable: true, description: 'The room that it means (部屋).' })
  room?: string | null;
}
