import { Count } from '@manabi/kit/value/count';
import { Field, ObjectType } from 'type-graphql';

/** How good the records of a department are that it confirmed in one month. */
@ObjectType({
  description:
    'How good the records of a department are that it confirmed last in one month (部署・月別のデータの状態).',
})
export class RecordQuality {
  /** Code of the department, for the field that looks it up. */
  departmentCode!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The month in Japan, YYYY-MM; null where nobody said for when it holds (月).',
    simple: true,
  })
  month!: string | null;

  @Field(() => Count, { nullable: true, description: 'Records of it (件数).', simple: true })
  records!: Count;

  @Field(() => Count, {
    nullable: true,
    description:
      'Of these, not confirmed for a year, or ever, or whose next delivery is overdue (要確認の件数).',
    simple: true,
  })
  stale!: Count;

  @Field(() => Count, {
    nullable: true,
    description:
      'Of these, of the same name at the same time and place as another one (重複の疑いの件数).',
    simple: true,
  })
  duplicates!: Count;
}
