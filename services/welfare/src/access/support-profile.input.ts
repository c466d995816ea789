import { addRule } from '@manabi/kit/rules';
import { Field, InputType, Int } from 'type-graphql';
import { z } from 'zod';

/** Marks what is answered from a profile: no gateway keeps it, for the profile would be kept with it. */
export const neverKept = '@tag(name: "uncached")';

/** Marks what is given a profile: a gateway takes it from the body of a request only, for addresses stand in logs. */
export const inBody = '@tag(name: "in-body")';

/** What somebody needs in order to take part. It is used for one answer and never kept. */
@InputType({
  description:
    'What somebody needs in order to take part. Used for one answer, never kept (必要な支援).',
})
export class SupportProfile {
  @Field(() => Boolean, { nullable: true, description: 'Comes in a wheelchair (車椅子).' })
  wheelchair?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Cannot take stairs (段差を避けたい).' })
  stepFree?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Comes with a stroller (ベビーカー).' })
  stroller?: boolean | null;

  @Field(() => [Int], {
    nullable: true,
    description:
      'Ages of the children who come along, in completed months, 10 at most (子どもの月齢).',
  })
  childMonths?: number[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Wants the children looked after meanwhile; yes when absent and children come along (保育希望).',
  })
  childcare?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Is deaf or hard of hearing (聴覚の配慮).' })
  hearing?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Is blind or sees little (視覚の配慮).' })
  visual?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Comes with an assistance dog (補助犬).' })
  assistanceDog?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Needs a toilet for ostomates (オストメイト).',
  })
  ostomate?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Needs interpreting into sign language (手話通訳).',
  })
  signLanguage?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Needs what is said to be written down at once (要約筆記).',
  })
  noteTaking?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Needs a helping hand on the spot (介助).' })
  personalCare?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Needs company on the way (移動支援・ガイドヘルパー).',
  })
  guide?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Comes by bus (バスで行く).' })
  byBus?: boolean | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Age in completed years of who takes part; where children take part, theirs counts (年齢).',
  })
  age?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Can come only from 18:00 on (夜間のみ).',
  })
  eveningOnly?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Wants to apply at the moment "at" (今、申し込みたい).',
  })
  applyNow?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'Language needed, as a BCP 47 tag such as en; Japanese when absent (言語).',
  })
  language?: string | null;
}

addRule(
  SupportProfile.prototype,
  'childMonths',
  z.array(z.int().min(0).max(215, 'months of a child under 18, 0 to 215')).max(10).nullish(),
);
addRule(SupportProfile.prototype, 'age', z.int().min(0).max(120, 'years, 0 to 120').nullish());
addRule(
  SupportProfile.prototype,
  'language',
  z
    .string()
    .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language tag such as en')
    .nullish(),
);
