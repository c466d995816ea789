import { Public } from '@manabi/kit/column';
import { LocalText } from '@manabi/kit/value/local-text';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

/** A room or court as the register of facilities lists it; who lends it tells more. */
@ObjectType({ description: 'A room or court as the register lists it (部屋・コート).' })
export class FacilityRoom {
  @Public()
  @Field(() => ID, {
    nullable: true,
    description: 'The id under which its lender knows it (部屋の識別子).',
    simple: true,
  })
  id?: string | null;

  @Public()
  @Field(() => LocalText, { nullable: true, description: 'Its name (部屋名).', simple: true })
  name!: LocalText;

  @Public()
  @Directive('@listSize(assumedSize: 3)')
  @Field(() => [String], {
    nullable: true,
    description: 'Other names (別名).',
    simple: true,
  })
  aliases?: string[] | null;

  @Public()
  @Field(() => String, { nullable: true, description: 'Floor (階).', simple: true })
  floor?: string | null;

  @Public()
  @Field(() => Int, { nullable: true, description: 'People it holds (定員).', simple: true })
  capacity?: number | null;

  @Public()
  @Field(() => String, {
    nullable: true,
    description: 'What it is for, e.g. STUDY (用途).',
    simple: true,
  })
  purpose?: string | null;
}
