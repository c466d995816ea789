import { addRule } from '@manabi/kit/rules';
import { SelectionMethod } from '@manabi/kit/vocabulary/selection';
import { Audience } from '@manabi/kit/vocabulary/audience';
import { DepartmentWriteInput, RecordWriteInput } from '@manabi/kit/write/write.input';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { z } from 'zod';

import { CareProgramKind } from './care-program.entity.js';

/** One time at which a programme takes place. */
@InputType({ description: 'One time at which a programme takes place (開催回).' })
export class CareProgramTime {
  @Field(() => GraphQLDateTime, { description: 'Start (開始日時).' }) startsAt!: Date;
  @Field(() => GraphQLDateTime, { description: 'End (終了日時).' }) endsAt!: Date;
}

/** What a department says of a programme that it publishes. */
@InputType({ description: 'A programme to publish (掲載する事業).' })
export class PublishCareProgramInput extends DepartmentWriteInput {
  @Field(() => String, { description: 'Name in Japanese (名称).' }) title!: string;
  @Field(() => String, { description: 'Reading in katakana (カナ).' }) kana!: string;
  @Field(() => String, { nullable: true, description: 'What it is about (説明).' })
  summary?: string | null;
  @Field(() => CareProgramKind, { description: 'Which part holds it (種類).' })
  kind!: CareProgramKind;
  @Field(() => ID, { description: 'Code of the department that answers for it (担当部署).' })
  department!: string;
  @Field(() => [Audience], { description: 'For whom it is meant (対象者).' })
  audiences!: Audience[];
  @Field(() => Int, { nullable: true, description: 'Youngest, in months (最小月齢).' })
  minMonths?: number | null;
  @Field(() => Int, { nullable: true, description: 'Oldest, in months (最大月齢).' })
  maxMonths?: number | null;
  @Field(() => ID, { description: 'Code of the facility (会場の施設コード).' }) venueCode!: string;
  @Field(() => [CareProgramTime], { description: 'When it takes place, 1 to 50 (開催回).' })
  times!: CareProgramTime[];
  @Field(() => Int, { nullable: true, description: 'Places offered (定員).' })
  capacity?: number | null;
  @Field(() => SelectionMethod, { description: 'How places are given (選定方法).' })
  method!: SelectionMethod;
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'From when one applies (受付開始).',
  })
  applyOpensAt?: Date | null;
  @Field(() => GraphQLDateTime, { nullable: true, description: 'Until when (受付終了).' })
  applyClosesAt?: Date | null;
}

const words = (most: number) => z.string().trim().min(1).max(most);
const times = z
  .array(z.object({ startsAt: z.date(), endsAt: z.date() }).loose())
  .min(1)
  .max(50);
const months = z.int().min(0).max(1_500).nullish();
const places = z.int().min(0).max(100_000).nullish();
const rules = { title: words(200), kana: words(200), summary: words(2_000).nullish(), times };
for (const [name, rule] of Object.entries(rules))
  addRule(PublishCareProgramInput.prototype, name, rule);
addRule(PublishCareProgramInput.prototype, 'department', z.string().regex(/^[a-z]{2,40}$/));
addRule(PublishCareProgramInput.prototype, 'audiences', z.array(z.enum(Audience)).min(1).max(12));
addRule(PublishCareProgramInput.prototype, 'minMonths', months);
addRule(PublishCareProgramInput.prototype, 'maxMonths', months);
addRule(PublishCareProgramInput.prototype, 'venueCode', words(40));
addRule(PublishCareProgramInput.prototype, 'capacity', places);

/** What changes of a programme; what is left out stays as it is. */
@InputType({ description: 'What changes of a programme; what is left out stays (事業の変更).' })
export class ChangeCareProgramInput extends RecordWriteInput {
  @Field(() => String, { nullable: true, description: 'What it is about (説明).' })
  summary?: string | null;
  @Field(() => [CareProgramTime], { nullable: true, description: 'All its times (開催回).' })
  times?: CareProgramTime[] | null;
  @Field(() => ID, { nullable: true, description: 'Code of the facility (会場の施設コード).' })
  venueCode?: string | null;
  @Field(() => Int, { nullable: true, description: 'Places offered (定員).' })
  capacity?: number | null;
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Until when one applies (受付終了).',
  })
  applyClosesAt?: Date | null;
}

addRule(ChangeCareProgramInput.prototype, 'summary', rules.summary);
addRule(ChangeCareProgramInput.prototype, 'times', times.nullish());
addRule(ChangeCareProgramInput.prototype, 'venueCode', words(40).nullish());
addRule(ChangeCareProgramInput.prototype, 'capacity', places);

/** Which programme is cancelled. */
@InputType({ description: 'Which programme is cancelled (中止する事業).' })
export class CancelCareProgramInput extends RecordWriteInput {}
