import { Kept, Public } from '@manabi/kit/column';
import { Count } from '@manabi/kit/value/count';
import { Provenance } from '@manabi/kit/value/provenance';
import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';

/** How many people of some ages live in a town block or a school district, as a register counted them. */
@Entity()
export class PopulationCount {
  @Property<PopulationCount>({ primary: true, type: 'string', columnType: 'text' })
  id!: string;
  @Kept('text') areaCode?: string | null;
  @Kept('text') districtCode?: string | null;
  /** Years of age, both ends included; no upper end when `ageMax` is null. */
  @Kept('integer', { required: true }) ageMin!: number;
  @Kept('integer') ageMax?: number | null;
  @Kept('text') sex?: string | null;
  @Kept('integer', { required: true }) count!: number;
  /** Day for which it held, `YYYY-MM-DD`. */
  @Kept('date') asOf?: string | null;
  @Kept('jsonb', { required: true }) provenance!: Provenance;
  @Kept('timestamptz') withdrawnAt?: Date | null;
  /** Data set and key under which a file names it; empty for what was entered here. */
  @Kept('text') sourceKey?: string | null;
  /** Tells whether the file's row changed since it was last read. */
  @Kept('text') sourceHash?: string | null;
}

/** How many people of one age band live somewhere. */
@ObjectType('PopulationCount', {
  description: 'How many people of one age band live somewhere (年齢別人口).',
})
export class BandCount {
  @Public()
  @Field(() => String, {
    nullable: true,
    description: 'The band in years of age, both ends included, e.g. 0-5 or 65+ (年齢階級).',
    simple: true,
  })
  band!: string;

  @Public()
  @Field(() => Count, {
    nullable: true,
    description:
      'People; not exact where the register cuts the ages differently, null where nobody counted (人口).',
    simple: true,
  })
  count!: Count | null;

  @Public()
  @Field(() => Count, {
    nullable: true,
    description: 'Men among them; null where the register does not tell the sexes apart (男性).',
    simple: true,
  })
  male!: Count | null;

  @Public()
  @Field(() => Count, {
    nullable: true,
    description: 'Women among them; null where the register does not tell the sexes apart (女性).',
    simple: true,
  })
  female!: Count | null;

  @Public()
  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'Day for which it held (時点).',
    simple: true,
  })
  asOf!: string | null;

  @Public()
  @Field(() => Provenance, {
    nullable: true,
    description: 'Where it comes from; samples only where there is nothing official (出典).',
    simple: true,
  })
  provenance!: Provenance | null;
}
