import { Choice, Text, Values } from '@manabi/kit/column';
import { Occurrence } from '@manabi/kit/opportunity/occurrence';
import { OpportunityColumns } from '@manabi/kit/opportunity/opportunity.columns';
import { Tri } from '@manabi/kit/value/tri';
import { Entity } from '@mikro-orm/decorators/legacy';
import { Directive, ObjectType } from 'type-graphql';

import { LearningOpportunity } from '../opportunity/opportunity.stub.js';
import { ProviderKind } from '../value/provider-kind.js';

/** What another provider offers: a university, a sister city, the prefecture, a company. */
@Entity()
@ObjectType({
  description: 'What a provider outside the city hall offers (市以外の学習機会).',
  implements: LearningOpportunity,
})
@Directive('@key(fields: "id")')
export class ExternalOffering extends OpportunityColumns {
  @Text('Who offers it (提供者).', { public: true }) provider?: string | null;
  @Choice(ProviderKind, 'What kind of provider it is (提供者の種類).', { public: true })
  providerKind?: ProviderKind | null;
  @Choice(
    Tri,
    "Whether one takes part at one's own responsibility: yes means that the city does not vouch for it (自己責任).",
    { public: true },
  )
  atOwnResponsibility?: Tri;
  @Directive('@listSize(assumedSize: 10)')
  @Values(() => Occurrence, 'When it takes place (開催回).', { public: true })
  occurrences?: Occurrence[] | null;
}
