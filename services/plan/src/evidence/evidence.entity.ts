import { Public } from '@manabi/kit/column';
import { Count } from '@manabi/kit/value/count';
import { Field, ID, ObjectType } from 'type-graphql';

/** One thing that stands for a measure, as a person sees it first. */
@ObjectType({ description: 'One thing that stands for a measure (施策を示す一件).' })
export class EvidenceThing {
  /** Code of the department, for the field that looks it up. */
  departmentCode!: string;

  @Public()
  @Field(() => ID, {
    nullable: true,
    description: 'Under which its department knows it (識別子).',
    simple: true,
  })
  id!: string;

  @Public()
  @Field(() => String, {
    nullable: true,
    description:
      'What it is called; null where that is nobody\u2019s business, as of people (名称).',
    simple: true,
  })
  label!: string | null;

  @Public()
  @Field(() => Boolean, {
    nullable: true,
    description: 'True for a composed example that is no fact of the city (見本).',
    simple: true,
  })
  sample!: boolean;
}

/** What of one kind stands for a measure. What was withdrawn or cancelled does not count, and samples count apart. */
@ObjectType({
  description:
    'What of one kind stands for a measure and all under it. What was withdrawn or cancelled does not count; samples count apart (施策を示すもの).',
})
export class MeasureEvidence {
  @Public()
  @Field(() => String, {
    nullable: true,
    description: 'Name of the type in this graph, e.g. Course, Person or Meeting (種類).',
    simple: true,
  })
  kind!: string;

  @Public()
  @Field(() => Count, {
    nullable: true,
    description: 'How many, samples left out: the official figure (件数).',
    simple: true,
  })
  count!: Count;

  @Public()
  @Field(() => Count, {
    nullable: true,
    description: 'Sample records, which are no fact of the city (見本の件数).',
    simple: true,
  })
  sample!: Count;

  @Public()
  @Field(() => EvidenceThing, {
    nullable: true,
    description:
      'What a person sees first: no sample where there is a fact, the next to come (最初の一件).',
    simple: true,
  })
  first!: EvidenceThing;
}
