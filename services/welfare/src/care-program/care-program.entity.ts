import { Choice, Values } from '@manabi/kit/column';
import { Occurrence } from '@manabi/kit/opportunity/occurrence';
import { OpportunityColumns } from '@manabi/kit/opportunity/opportunity.columns';
import { Entity } from '@mikro-orm/decorators/legacy';
import { Directive, ObjectType, registerEnumType } from 'type-graphql';

/** Which part of welfare, child care or health holds a programme. */
export enum CareProgramKind {
  CHILDREN_HALL = 'CHILDREN_HALL',
  NURSERY_OPEN_DAY = 'NURSERY_OPEN_DAY',
  HEALTH_CLASS = 'HEALTH_CLASS',
  SENIOR = 'SENIOR',
  DISABILITY = 'DISABILITY',
  FAMILY_SUPPORT = 'FAMILY_SUPPORT',
  OTHER = 'OTHER',
}

registerEnumType(CareProgramKind, {
  name: 'CareProgramKind',
  description: 'Which part of welfare, child care or health holds a programme (事業の種類).',
  valuesConfig: {
    CHILDREN_HALL: { description: "A children's hall (児童館事業)." },
    NURSERY_OPEN_DAY: { description: 'A nursery opens its doors (保育園の地域交流).' },
    HEALTH_CLASS: { description: 'Health, mothers and children (健康・母子保健).' },
    SENIOR: { description: 'For older people (高齢者).' },
    DISABILITY: { description: 'For people with disabilities (障害).' },
    FAMILY_SUPPORT: { description: 'For families with children (子育て支援).' },
    OTHER: { description: 'Something else (その他).' },
  },
});

/** A programme of welfare, child care or health. */
@Entity()
@ObjectType({
  description: 'A programme of welfare, child care or health (福祉・子育て・健康の事業).',
})
@Directive('@key(fields: "id")')
export class CareProgram extends OpportunityColumns {
  @Choice(CareProgramKind, 'Which part holds it (種類).', { public: true })
  kind?: CareProgramKind | null;
  @Directive('@listSize(assumedSize: 10)')
  @Values(() => Occurrence, 'When it takes place, earliest first (開催回).', { public: true })
  occurrences?: Occurrence[] | null;
}
