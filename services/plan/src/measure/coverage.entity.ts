import { Public } from '@manabi/kit/column';
import { Count } from '@manabi/kit/value/count';
import { Directive, Field, ObjectType } from 'type-graphql';

/** What one department does for a measure. */
@ObjectType({ description: 'What one department does for a measure (部署別の件数).' })
export class DepartmentCoverage {
  /** Code of the department, for the field that looks it up. */
  code!: string;

  @Public()
  @Field(() => Count, {
    nullable: true,
    description: 'Opportunities, samples left out (件数).',
    simple: true,
  })
  opportunities!: Count;

  @Public()
  @Field(() => Count, {
    nullable: true,
    description: 'Sample records, which are no fact of the city (見本の件数).',
    simple: true,
  })
  sample!: Count;
}

/** What is done for a measure. What was withdrawn or cancelled does not count, and samples count apart. */
@ObjectType({
  description:
    'What is done for a measure and all under it. What was withdrawn or cancelled does not count; samples count apart (実施状況).',
})
export class MeasureCoverage {
  @Public()
  @Field(() => Count, {
    nullable: true,
    description: 'Opportunities, samples left out: the official figure (件数).',
    simple: true,
  })
  opportunities!: Count;

  @Public()
  @Field(() => Count, {
    nullable: true,
    description: 'Sample records, which are no fact of the city (見本の件数).',
    simple: true,
  })
  sample!: Count;

  @Public()
  @Directive('@listSize(assumedSize: 5)')
  @Field(() => [DepartmentCoverage], {
    nullable: true,
    description: 'The same by department (部署別).',
    simple: true,
  })
  departments!: DepartmentCoverage[];
}
