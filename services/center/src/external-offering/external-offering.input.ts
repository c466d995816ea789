import { Tri } from '@manabi/kit/value/tri';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, InputType } from 'type-graphql';

import { SubjectKeyInput } from '../subject/subject.input.js';
import { ProviderKind } from '../value/provider-kind.js';

/** Which outside offerings are wanted; what is left out does not restrict. */
@InputType({
  description:
    'Which outside offerings are wanted; what is left out does not restrict (市以外の学習機会の絞り込み).',
})
export class ExternalOfferingFilter {
  @Field(() => ProviderKind, {
    nullable: true,
    description: 'Kind of provider (提供者の種類).',
  })
  providerKind?: ProviderKind | null;

  @Field(() => Tri, {
    nullable: true,
    description: "Whether one takes part at one's own responsibility (自己責任).",
  })
  atOwnResponsibility?: Tri | null;

  @Field(() => SubjectKeyInput, {
    nullable: true,
    description: 'What it is about; an NDC class finds every class under it (分野).',
  })
  subject?: SubjectKeyInput | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Not over at this moment; now when absent (時点).',
  })
  at?: Date | null;
}
