import { Audience } from '@manabi/kit/vocabulary/audience';
import { Field, ID, InputType } from 'type-graphql';

import { SubjectKeyInput } from '../subject/subject.input.js';

/** Which desks are wanted; what is left out does not restrict. */
@InputType({
  description: 'Which desks are wanted; what is left out does not restrict (窓口の絞り込み).',
})
export class DeskFilter {
  @Field(() => SubjectKeyInput, { nullable: true, description: 'On what they advise (分野).' })
  subject?: SubjectKeyInput | null;

  @Field(() => Audience, {
    nullable: true,
    description: 'Whom they advise; those for everyone too (対象者).',
  })
  audience?: Audience | null;

  @Field(() => ID, { nullable: true, description: 'Whose they are (担当部署).' })
  departmentCode?: string | null;
}
