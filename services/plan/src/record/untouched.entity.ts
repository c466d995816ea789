import { guardedConnection } from '@manabi/kit/connection/guarded-connection';
import { PageArguments } from '@manabi/kit/connection/page-arguments';
import { GraphQLDateTime } from 'graphql-scalars';
import { ArgsType, Field, ID, Int, ObjectType } from 'type-graphql';

/** A record that its department left alone for long. */
@ObjectType({
  description: 'A record that nobody at its department confirmed for long (長く更新のない記録).',
})
export class UntouchedRecord {
  /** Code of the department, for the field that looks it up. */
  departmentCode!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Name of the type in this graph, e.g. Course or Desk (種類).',
    simple: true,
  })
  kind!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Under which its department knows it (識別子).',
    simple: true,
  })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What it is called; null where that is not told, as of people (名称).',
    simple: true,
  })
  label!: string | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it was confirmed last; null where nobody ever said (最終確認日時).',
    simple: true,
  })
  asOf!: Date | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True for a composed example that is no fact of the city (見本).',
    simple: true,
  })
  sample!: boolean;
}

/** A page of such records. */
export const UntouchedRecordConnection = guardedConnection('UntouchedRecord', UntouchedRecord, {
  japanese: '長く更新のない記録',
  page: 'A page of such records, the oldest first',
  record: 'The record',
});

/** Which page of the records that nobody touched is wanted. */
@ArgsType()
export class UntouchedArguments extends PageArguments {
  @Field(() => Int, {
    defaultValue: 90,
    description: 'For at least this many days, 1 to 3,650 (日数).',
  })
  days!: number;

  @Field(() => ID, {
    nullable: true,
    description: 'Of this department alone; of all when absent (部署コード).',
  })
  department?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Let samples count too (見本を含む).',
  })
  countSamples!: boolean;
}
