import { Kept, Public, Text, Value, Values } from '@manabi/kit/column';
import { Provenance } from '@manabi/kit/value/provenance';
import { Tri } from '@manabi/kit/value/tri';
import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLDateTime } from 'graphql-scalars';
import { Directive, Field, ObjectType } from 'type-graphql';

import { AccessItem } from './access-item.entity.js';
import { AccessRoute } from './access-route.entity.js';

/** What a department recorded of one item. */
export interface RecordedItem {
  readonly code: AccessItem;
  readonly value: Tri;
  /** Moment for which it held, where it differs from that of the whole profile; ISO 8601. */
  readonly asOf?: string | null;
  readonly note?: string | null;
}

/** What is known of one item at one facility. */
@ObjectType({ description: 'What is known of one item of accessibility (項目別の有無).' })
export class AccessFact {
  @Public()
  @Field(() => AccessItem, { nullable: true, description: 'The item (項目).', simple: true })
  code!: AccessItem;

  @Public()
  @Field(() => String, {
    nullable: true,
    description: 'What it is called, in Japanese (項目名).',
    simple: true,
  })
  term!: string;

  @Public()
  @Field(() => Tri, { nullable: true, description: 'Yes, no or unknown (有無).', simple: true })
  value!: Tri;

  @Public()
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Moment for which it held (時点).',
    simple: true,
  })
  asOf?: Date | string | null;

  @Public()
  @Field(() => String, {
    nullable: true,
    description: 'What is to be said of it (補足).',
    simple: true,
  })
  note?: string | null;

  /** Code of the department that answers for it. */
  department?: string | null;
}

/** How accessible a facility is, as far as a department recorded it. */
@Entity()
@ObjectType({
  description: 'How accessible a facility is, as far as it was recorded (アクセシビリティ).',
})
export class FacilityAccess {
  @Property<FacilityAccess>({ primary: true, type: 'string', columnType: 'text' })
  facilityCode!: string;
  /** As whatever confirms or counts records calls its key. */
  get id(): string {
    return this.facilityCode;
  }
  @Kept('jsonb', { required: true }) items!: RecordedItem[];
  @Directive('@listSize(assumedSize: 3)')
  @Values(() => AccessRoute, 'How one gets there; empty where nobody recorded it (アクセス方法).', {
    required: true,
    public: true,
  })
  routes: AccessRoute[] = [];
  @Text('What else is to be said (備考).', { public: true, max: 2_000 }) note?: string | null;
  @Value(() => Provenance, 'Where it comes from; null when nothing was recorded (出典).', {
    public: true,
  })
  provenance?: Provenance | null;
  /** When a file no longer named it. */
  @Kept('timestamptz') withdrawnAt?: Date | null;
  @Kept('text') sourceKey?: string | null;
  @Kept('text') sourceHash?: string | null;
}
