import { addRule } from '@manabi/kit/rules';
import { DepartmentWriteInput, RecordWriteInput } from '@manabi/kit/write/write.input';
import { Field, ID, InputType } from 'type-graphql';
import { z } from 'zod';

/** A subject that a consultation is about. */
@InputType({ description: 'A subject of a consultation (相談の分類).' })
export class ReferralSubject {
  @Field(() => ID, { description: 'The classification (分類体系).' }) scheme!: string;
  @Field(() => ID, { description: 'The code in it (分類コード).' }) code!: string;
}

/** What one desk hands to another. */
@InputType({ description: 'What one desk hands to another (引き継ぎの内容).' })
export class ReferConsultationInput extends DepartmentWriteInput {
  @Field(() => ID, { description: 'The desk that hands over (引き継ぐ窓口).' }) fromDeskId!: string;
  @Field(() => ID, { description: 'The desk that is asked (引き継ぎ先の窓口).' }) toDeskId!: string;
  @Field(() => String, { description: 'What it is about; nobody is named (テーマ).' })
  theme!: string;
  @Field(() => String, { description: 'What the other desk is asked (聞きたいこと).' })
  question!: string;
  @Field(() => [ReferralSubject], { nullable: true, description: 'Its subjects (分類).' })
  subjects?: ReferralSubject[] | null;
}

const words = (most: number) => z.string().trim().min(1).max(most);
addRule(ReferConsultationInput.prototype, 'fromDeskId', words(100));
addRule(ReferConsultationInput.prototype, 'toDeskId', words(100));
addRule(ReferConsultationInput.prototype, 'theme', words(100));
addRule(ReferConsultationInput.prototype, 'question', words(500));
addRule(
  ReferConsultationInput.prototype,
  'subjects',
  z
    .array(z.object({ scheme: words(20), code: words(20) }).loose())
    .max(5)
    .nullish(),
);

/** Which consultation a desk takes up. */
@InputType({ description: 'Which consultation a desk takes up (受け付ける引き継ぎ).' })
export class TakeUpReferralInput extends RecordWriteInput {}
