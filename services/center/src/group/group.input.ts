import { Tri } from '@manabi/kit/value/tri';
import { Field, ID, InputType } from 'type-graphql';

import { SubjectKeyInput } from '../subject/subject.input.js';

/** Which groups are wanted; what is left out does not restrict. */
@InputType({
  description: 'Which groups are wanted; what is left out does not restrict (団体の絞り込み).',
})
export class GroupFilter {
  @Field(() => SubjectKeyInput, { nullable: true, description: 'What they do (分野).' })
  subject?: SubjectKeyInput | null;

  @Field(() => ID, { nullable: true, description: 'Facility where they meet (活動場所).' })
  venueCode?: string | null;

  @Field(() => Tri, { nullable: true, description: 'Whether they take beginners (初心者).' })
  acceptsBeginners?: Tri | null;
}
