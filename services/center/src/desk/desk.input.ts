import { Audience } from '@manabi/kit/vocabulary/audience';
import { GraphQLDateTime } from 'graphql-scalars';
import { ArgsType, Field, ID, InputType } from 'type-graphql';

import { SubjectKeyInput } from '../subject/subject.input.js';

/** Which desks are wanted; what is left out does not restrict. */
@InputType({
  description: 'Which desks are wanted; what is left out does not restrict (窓口の絞り込み).',
})
export class DeskFilter {
  @Field(() => SubjectKeyInput, {
    nullable: true,
    description: 'On what they advise; an NDC class finds those above and under it (分野).',
  })
  subject?: SubjectKeyInput | null;

  @Field(() => Audience, {
    nullable: true,
    description: 'Whom they advise; those for everyone too (対象者).',
  })
  audience?: Audience | null;

  @Field(() => ID, { nullable: true, description: 'Whose they are (担当部署).' })
  departmentCode?: string | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Known to be open at this moment (受付中の時点).',
  })
  openAt?: Date | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Not confirmed since this moment, or never (未確認の登録).',
  })
  unconfirmedSince?: Date | null;
}

/** Who wants advice, and when. */
@ArgsType()
export class AdviceArguments {
  @Field(() => Audience, {
    nullable: true,
    description: 'Whom they advise; those for everyone too (対象者).',
  })
  audience?: Audience | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Only those known to be open at this moment (受付中の時点).',
  })
  openAt?: Date | null;
}
