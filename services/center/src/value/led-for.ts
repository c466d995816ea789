import { Public } from '@manabi/kit/column';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';

/** What a person led for one department. */
@ObjectType({ description: 'What a person led for one department (部署ごとの担当実績).' })
export class LedFor {
  /** Resolved to the department itself. */
  departmentCode!: string;

  @Public()
  @Field(() => Int, { nullable: true, description: 'How many things (担当件数).', simple: true })
  times!: number;

  @Public()
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'End of the latest (最後の終了日時).',
    simple: true,
  })
  lastAt?: Date | null;
}
