import { addRule } from '@manabi/kit/rules';
import { Tri } from '@manabi/kit/value/tri';
import { RecordWriteInput, WriteInput } from '@manabi/kit/write/write.input';
import { Field, InputType, Int } from 'type-graphql';
import { z } from 'zod';

import { SubjectKeyInput } from '../subject/subject.input.js';
import { PersonRole } from '../value/person-role.js';

/** What is told of whoever is to be entered. */
@InputType()
abstract class RegisterInput extends WriteInput {
  @Field(() => String, { description: 'Name as it is to be shown (公開する名前).' })
  name!: string;

  @Field(() => String, { description: 'Its reading in katakana (カナ).' })
  kana!: string;

  @Field(() => String, { description: 'What is offered or done (活動の内容).' })
  summary!: string;

  @Field(() => [SubjectKeyInput], { description: 'What it is about, at most 5 (分野).' })
  subjects!: SubjectKeyInput[];

  @Field(() => String, { nullable: true, description: 'E-mail; never shown (電子メール).' })
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'Telephone; never shown (電話).' })
  phone?: string | null;
}

addRule(RegisterInput.prototype, 'name', z.string().trim().min(1).max(60));
addRule(RegisterInput.prototype, 'kana', z.string().regex(/^[ァ-ヶー　・ ]{1,80}$/u, 'katakana'));
addRule(RegisterInput.prototype, 'summary', z.string().trim().min(1).max(500));
addRule(RegisterInput.prototype, 'subjects', z.array(z.object({}).loose()).min(1).max(5));
addRule(RegisterInput.prototype, 'email', z.email().max(200).nullish());
addRule(
  RegisterInput.prototype,
  'phone',
  z
    .string()
    .regex(/^[\d()+-]{9,20}$/, 'a number')
    .nullish(),
);

/** A resident who asks to be entered in the talent bank. */
@InputType({ description: 'Somebody who asks to be entered in the talent bank (人材登録の申請).' })
export class RegisterPersonInput extends RegisterInput {
  @Field(() => [PersonRole], {
    description: 'What the person does, the main one first (活動の種類).',
  })
  roles!: PersonRole[];

  @Field(() => [String], {
    nullable: true,
    description: 'Licences and certificates (資格).',
  })
  qualifications?: string[] | null;

  @Field(() => Boolean, {
    description: 'Whether departments that introduce people may make contact (連絡の同意).',
  })
  contactConsent!: boolean;
}

addRule(RegisterPersonInput.prototype, 'roles', z.array(z.enum(PersonRole)).min(1).max(5));
addRule(
  RegisterPersonInput.prototype,
  'qualifications',
  z.array(z.string().trim().min(1).max(100)).max(10).nullish(),
);

/** A resident who asks for a circle to be entered. */
@InputType({ description: 'A circle that is to be entered (団体登録の申請).' })
export class RegisterGroupInput extends RegisterInput {
  @Field(() => Int, { nullable: true, description: 'How many belong to it (会員数).' })
  members?: number | null;

  @Field(() => Tri, { nullable: true, description: 'Whether it takes beginners (初心者の受入れ).' })
  acceptsBeginners?: Tri | null;
}

addRule(RegisterGroupInput.prototype, 'members', z.int().min(1).max(10_000).nullish());

/** What a department decides on a registration. */
@InputType({ description: 'What a department decides on a registration (登録審査の結果).' })
export class DecideRegistrationInput extends RecordWriteInput {
  @Field(() => Boolean, { description: 'Whether it is entered (登録するか).' })
  approve!: boolean;
}
