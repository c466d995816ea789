import { DepartmentWriteInput, RecordWriteInput } from '@manabi/kit/write/write.input';
import { addRule } from '@manabi/kit/rules';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';
import { z } from 'zod';

/** Which house, or which of its rooms, is to be closed, when, and what residents read about it. */
@InputType({ description: 'What is to be closed, and what residents read about it (休館の登録).' })
export class CloseFacilityInput extends DepartmentWriteInput {
  @Field(() => ID, { description: 'The house (施設コード).' })
  facilityCode!: string;

  @Field(() => [ID], {
    nullable: true,
    description: 'Only these rooms of the register; the whole house when absent (部屋).',
  })
  roomIds?: string[] | null;

  @Field(() => GraphQLDateTime, { description: 'First moment at which it is closed (休館開始).' })
  startsAt!: Date;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it opens again; until further notice when absent (休館終了).',
  })
  endsAt?: Date | null;

  @Field(() => String, { description: 'Why, as residents read it (住民向けの理由).' })
  notice!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The same in plain Japanese, written by a person (やさしい日本語).',
  })
  noticePlain?: string | null;
}

addRule(CloseFacilityInput.prototype, 'facilityCode', z.string().min(1).max(200));
addRule(
  CloseFacilityInput.prototype,
  'roomIds',
  z.array(z.string().min(1).max(200)).max(100).nullish(),
);
addRule(CloseFacilityInput.prototype, 'notice', z.string().trim().min(1).max(500));
addRule(CloseFacilityInput.prototype, 'noticePlain', z.string().trim().min(1).max(500).nullish());

/** Which closure ends before its time, or is taken back. */
@InputType({ description: 'Which closure ends before its time, or is taken back (休館の解除).' })
export class ReopenFacilityInput extends RecordWriteInput {}
