import { Public } from '../column.js';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';

/** The kinds of rules by which a place is closed. */
export enum ClosingKind {
  WEEKDAY = 'WEEKDAY',
  NTH_WEEKDAY = 'NTH_WEEKDAY',
  HOLIDAY = 'HOLIDAY',
  YEAR_END = 'YEAR_END',
}

registerEnumType(ClosingKind, {
  name: 'ClosingKind',
  description: 'The kinds of rules by which a place is closed (休館日の種別).',
  valuesConfig: {
    WEEKDAY: { description: 'Every such weekday (毎週の休館日).' },
    NTH_WEEKDAY: { description: 'Such a weekday once a month (毎月第n曜日).' },
    HOLIDAY: { description: 'National holidays (祝日).' },
    YEAR_END: { description: 'The days about New Year (年末年始).' },
  },
});

/** One rule by which a place is closed. */
@ObjectType({ description: 'One rule by which a place is closed (休館日).' })
export class ClosingRule {
  @Public()
  @Field(() => ClosingKind, {
    nullable: true,
    description: 'Kind of the rule (種別).',
    simple: true,
  })
  rule!: ClosingKind;

  @Public()
  @Field(() => Int, {
    nullable: true,
    description: 'Which such weekday of the month, from 1 (第何週).',
    simple: true,
  })
  nth?: number | null;

  @Public()
  @Field(() => Int, {
    nullable: true,
    description: 'Day of the week, 1 Monday to 7 Sunday (曜日).',
    simple: true,
  })
  weekday?: number | null;

  @Public()
  @Field(() => String, {
    nullable: true,
    description: 'First day of the rule, MM-DD (開始日).',
    simple: true,
  })
  from?: string | null;

  @Public()
  @Field(() => String, {
    nullable: true,
    description: 'Last day of the rule, MM-DD (終了日).',
    simple: true,
  })
  to?: string | null;
}
