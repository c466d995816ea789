import { Choice, Kept, Key, Moment, Value, Whole } from '@manabi/kit/column';
import type { SubjectKey } from '@manabi/kit/opportunity/opportunity.columns';
import { LocalText } from '@manabi/kit/value/local-text';
import { Provenance } from '@manabi/kit/value/provenance';
import { Tri } from '@manabi/kit/value/tri';
import { Entity } from '@mikro-orm/decorators/legacy';
import { Directive, ObjectType } from 'type-graphql';

import { Availability } from '../value/availability.js';
import { PersonRole } from '../value/person-role.js';

/** A person of the talent bank; how to reach them is protected. */
@Entity()
@ObjectType({ description: 'A person of the talent bank (人材バンクの登録者).' })
@Directive('@key(fields: "id")')
export class Person {
  @Key('Opaque and stable (識別子).') id!: string;
  @Value(() => LocalText, 'Name as registered for the public (氏名).', {
    required: true,
    public: true,
  })
  name!: LocalText;
  @Choice(PersonRole, 'What the person does (活動の種類).', { public: true })
  role?: PersonRole | null;
  @Value(() => LocalText, 'What the person offers (活動の内容).', { public: true })
  summary?: LocalText | null;
  @Choice(Availability, 'When the person has time (活動できる時間帯).', { public: true })
  available?: Availability | null;
  @Whole('Year of registration (登録年).', { public: true, min: 1900, max: 2200 })
  since?: number | null;
  @Whole('Usual fee in yen; 0 is none (謝礼の目安、円).', { public: true, min: 0 })
  feeYen?: number | null;
  @Choice(Tri, 'Whether departments may make contact (連絡の同意).', { scopes: ['talent.contact'] })
  contactConsent?: Tri | null;
  @Moment('When the registration ended (登録終了日時).', { public: true })
  withdrawnAt?: Date | null;
  @Value(() => Provenance, 'Where it comes from (出典).', { required: true, public: true })
  provenance!: Provenance;

  @Kept('jsonb', { required: true }) subjectKeys!: SubjectKey[];
  @Kept('text') areaCode?: string | null;
  @Kept('text') email?: string | null;
  @Kept('text') phone?: string | null;
  @Kept('text') sourceKey?: string | null;
  @Kept('text') sourceHash?: string | null;
}
