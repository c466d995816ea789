import { addRule } from '@manabi/kit/rules';
import { TimeSpan } from '@manabi/kit/value/time-span';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { z } from 'zod';

/** Which lectures are wanted; what is left out does not restrict. */
@InputType({ description: 'Which lectures are wanted (出前講座の絞り込み).' })
export class DeliveryLectureFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Words of its theme or summary, all of them (キーワード).',
  })
  text?: string | null;

  @Field(() => ID, { nullable: true, description: 'The office that speaks (担当部署コード).' })
  departmentCode?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Given in this language, a BCP 47 tag (言語).',
  })
  language?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'For an audience of so many: those that ask for no more (人数).',
  })
  audience?: number | null;

  @Field(() => TimeSpan, {
    nullable: true,
    description: 'That can be had at a time that begins in it (期間).',
  })
  availableIn?: TimeSpan | null;
}

addRule(DeliveryLectureFilter.prototype, 'text', z.string().max(200).nullish());
addRule(DeliveryLectureFilter.prototype, 'audience', z.int().min(0).max(100_000).nullish());

/** Which times of a lecture are wanted. */
@ArgsType()
export class LectureTimeArguments {
  @Field(() => TimeSpan, {
    nullable: true,
    description: 'Those that begin in it; from now on when absent (期間).',
  })
  in?: TimeSpan | null;
}

/** Which free rooms are wanted for a time. */
@ArgsType()
export class FreeRoomArguments {
  @Field(() => [ID], {
    nullable: true,
    description: 'In one of these facilities, at most 100 (施設コード).',
  })
  facilityCodes?: string[] | null;

  @Field(() => Int, {
    nullable: true,
    description: 'For so many people; for the fewest who must come when absent (人数).',
  })
  people?: number | null;

  @Field(() => Int, { defaultValue: 5, description: 'How many at most, 1 to 20 (件数).' })
  first!: number;
}

addRule(
  FreeRoomArguments.prototype,
  'facilityCodes',
  z.array(z.string().max(50)).max(100).nullish(),
);
addRule(FreeRoomArguments.prototype, 'people', z.int().min(0).max(100_000).nullish());
addRule(FreeRoomArguments.prototype, 'first', z.int().min(1).max(20));
