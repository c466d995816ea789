import { Field, ID, InputType } from 'type-graphql';

import { SubjectKeyInput } from '../subject/subject.input.js';

/** Which cultural properties are wanted; what is left out does not restrict. */
@InputType({
  description:
    'Which cultural properties are wanted; what is left out does not restrict (文化財の絞り込み).',
})
export class CulturalPropertyFilter {
  @Field(() => String, {
    nullable: true,
    description: 'As what it is protected, exactly as listed (文化財分類).',
  })
  designation?: string | null;

  @Field(() => String, { nullable: true, description: 'Kind, e.g. 建造物 (種類).' })
  category?: string | null;

  @Field(() => SubjectKeyInput, { nullable: true, description: 'What it is about (分野).' })
  subject?: SubjectKeyInput | null;

  @Field(() => ID, { nullable: true, description: 'Code of its town block (町字ID).' })
  areaCode?: string | null;

  @Field(() => ID, { nullable: true, description: 'Facility in which it is (施設コード).' })
  facilityCode?: string | null;
}
