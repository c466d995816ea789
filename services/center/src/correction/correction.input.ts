import { addRule } from '@manabi/kit/rules';
import { RecordWriteInput, WriteInput } from '@manabi/kit/write/write.input';
import { Field, ID, InputType } from 'type-graphql';
import { z } from 'zod';

import { CorrectedKind } from './correction.entity.js';

/** What is wrong, and where. */
@InputType({ description: 'What is wrong, and where (誤りの内容).' })
export class ReportMistakeInput extends WriteInput {
  @Field(() => CorrectedKind, { description: 'Of what kind the record is (対象の種類).' })
  kind!: CorrectedKind;

  @Field(() => ID, { description: 'Its id or code (対象の識別子).' })
  recordId!: string;

  @Field(() => String, { nullable: true, description: 'The field that is wrong (項目).' })
  field?: string | null;

  @Field(() => String, {
    description: 'What is wrong, without names of people; at most 1,000 characters (内容).',
  })
  text!: string;
}

addRule(ReportMistakeInput.prototype, 'recordId', z.string().min(1).max(200));
addRule(ReportMistakeInput.prototype, 'field', z.string().trim().min(1).max(200).nullish());
addRule(ReportMistakeInput.prototype, 'text', z.string().trim().min(1).max(1_000));

/** What a department decides of a report. */
@InputType({ description: 'What a department decides of a report (訂正の確定).' })
export class DecideCorrectionInput extends RecordWriteInput {
  @Field(() => Boolean, { description: 'True when the record is corrected (訂正するか).' })
  accepted!: boolean;

  @Field(() => String, { nullable: true, description: 'What to answer (回答).' })
  answer?: string | null;
}

addRule(DecideCorrectionInput.prototype, 'answer', z.string().trim().min(1).max(1_000).nullish());
