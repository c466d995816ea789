import { Field, ID, InputType } from 'type-graphql';

import { SubjectKeyInput } from '../subject/subject.input.js';
import { PersonRole } from '../value/person-role.js';

/** Which people are wanted; what is left out does not restrict. */
@InputType({
  description: 'Which people are wanted; what is left out does not restrict (人材の絞り込み).',
})
export class PersonFilter {
  @Field(() => SubjectKeyInput, { nullable: true, description: 'What they know (分野).' })
  subject?: SubjectKeyInput | null;

  @Field(() => PersonRole, { nullable: true, description: 'What they do (活動の種類).' })
  role?: PersonRole | null;

  @Field(() => ID, { nullable: true, description: 'Code of their town block (町字ID).' })
  areaCode?: string | null;
}
