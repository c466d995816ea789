import { addRule } from '@manabi/kit/rules';
import { Audience } from '@manabi/kit/vocabulary/audience';
import { SelectionMethod } from '@manabi/kit/vocabulary/selection';
import { DepartmentWriteInput, RecordWriteInput } from '@manabi/kit/write/write.input';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { z } from 'zod';

import { ndcNumbers } from '../ndc/ndc.rules.js';
import { LibraryProgramKind } from './program.entity.js';

/** One time of an event that is to be published. */
@InputType({ description: 'One time of an event (開催回).' })
export class ProgramTimeInput {
  @Field(() => GraphQLDateTime, { description: 'Its start (開始日時).' })
  startsAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Its end (終了日時).' })
  endsAt?: Date | null;
}

/** An event that a branch publishes. */
@InputType({ description: 'An event that a branch publishes (公開する行事).' })
export class PublishLibraryProgramInput extends DepartmentWriteInput {
  @Field(() => ID, { description: 'The branch in whose house it takes place (会場館).' })
  branchId!: string;

  @Field(() => String, { description: 'Name shown to residents (名称).' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'Its reading in katakana (名称のカナ).' })
  titleKana?: string | null;

  @Field(() => String, { nullable: true, description: 'What it is about (説明).' })
  summary?: string | null;

  @Field(() => LibraryProgramKind, { description: 'What kind of event (種類).' })
  kind!: LibraryProgramKind;

  @Field(() => [ProgramTimeInput], {
    description: 'When it takes place, 1 to 100 times (開催回).',
  })
  times!: ProgramTimeInput[];

  @Field(() => [Audience], { nullable: true, description: 'For whom (対象者).' })
  audiences?: Audience[] | null;

  @Field(() => Int, { nullable: true, description: 'Places (定員).' })
  capacity?: number | null;

  @Field(() => SelectionMethod, {
    nullable: true,
    description: 'How places are given (選定方法).',
  })
  selection?: SelectionMethod | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'One can apply from (受付開始).' })
  applyOpensAt?: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'One can apply until (受付締切).' })
  applyClosesAt?: Date | null;

  @Field(() => String, { nullable: true, description: 'How to apply (申込方法).' })
  howToApply?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'NDC numbers of what it is about (日本十進分類).',
  })
  ndcs?: string[] | null;
}

const line = z.string().trim().min(1).max(200);
addRule(PublishLibraryProgramInput.prototype, 'title', line);
addRule(PublishLibraryProgramInput.prototype, 'titleKana', line.nullish());
addRule(PublishLibraryProgramInput.prototype, 'summary', z.string().trim().max(4_000).nullish());
addRule(PublishLibraryProgramInput.prototype, 'howToApply', z.string().trim().max(2_000).nullish());
addRule(PublishLibraryProgramInput.prototype, 'capacity', z.int().min(1).max(100_000).nullish());
addRule(PublishLibraryProgramInput.prototype, 'ndcs', ndcNumbers.nullish());

/** New times of an event. */
@InputType({ description: 'New times of an event (行事の日程変更).' })
export class RescheduleLibraryProgramInput extends RecordWriteInput {
  @Field(() => [ProgramTimeInput], {
    description: 'All its times as they are from now on, 1 to 100 (変更後の開催回).',
  })
  times!: ProgramTimeInput[];
}

/** An event that is to be cancelled. */
@InputType({ description: 'An event that is to be cancelled (行事の中止).' })
export class CancelLibraryProgramInput extends RecordWriteInput {}
