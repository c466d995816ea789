import {
  Choice,
  Choices,
  Kept,
  Key,
  Moment,
  Texts,
  Value,
  Values,
  Whole,
} from '@manabi/kit/column';
import type { SubjectKey } from '@manabi/kit/opportunity/opportunity.columns';
import { AgeRange } from '@manabi/kit/value/age-range';
import { LocalText } from '@manabi/kit/value/local-text';
import { Provenance } from '@manabi/kit/value/provenance';
import { Tri } from '@manabi/kit/value/tri';
import { Entity } from '@mikro-orm/decorators/legacy';
import { Directive, ObjectType } from 'type-graphql';

import { Availability } from '../value/availability.js';
import { FreeTime, UnavailableDays } from '../value/free-time.js';
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
  @Choice(PersonRole, 'What the person does first of all (主な活動の種類).', { public: true })
  role?: PersonRole | null;
  @Directive('@listSize(assumedSize: 2)')
  @Choices(PersonRole, 'All that the person does (活動の種類すべて).', { public: true })
  roles?: PersonRole[];
  @Value(() => LocalText, 'What the person offers (活動の内容).', { public: true })
  summary?: LocalText | null;
  @Directive('@listSize(assumedSize: 2)')
  @Texts('Licences and certificates, in the words of the person (資格).', { public: true })
  qualifications?: string[] | null;
  @Value(() => AgeRange, 'Ages of those whom the person teaches or helps (対象年齢).', {
    public: true,
  })
  ages?: AgeRange | null;
  @Choice(Availability, 'When the person has time (活動できる時間帯).', { public: true })
  available?: Availability | null;
  @Directive('@listSize(assumedSize: 7)')
  @Values(() => FreeTime, 'When the person has time, by weekday (活動できる曜日・時間).', {
    public: true,
  })
  freeTimes?: FreeTime[] | null;
  @Directive('@listSize(assumedSize: 2)')
  @Values(() => UnavailableDays, 'Days on which the person takes nothing on (受けられない期間).', {
    scopes: ['talent.contact'],
  })
  unavailable?: UnavailableDays[] | null;
  @Whole('Year of registration (登録年).', { public: true, min: 1900, max: 2200 })
  since?: number | null;
  @Whole('Usual fee in yen; 0 is none (謝礼の目安、円).', { public: true, min: 0 })
  feeYen?: number | null;
  @Choice(Tri, 'Whether departments may make contact (連絡の同意).', { scopes: ['talent.contact'] })
  contactConsent?: Tri | null;
  @Moment('When somebody last confirmed the entry (最終確認日時).', { public: true })
  confirmedAt?: Date | null;
  @Moment('When the registration ended (登録終了日時).', { public: true })
  withdrawnAt?: Date | null;
  @Value(() => Provenance, 'Where it comes from (出典).', { required: true, public: true })
  provenance!: Provenance;

  @Kept('jsonb', { required: true }) subjectKeys!: SubjectKey[];
  @Kept('text') areaCode?: string | null;
  /** Districts in which the person works; none means all of the city. */
  @Kept('text[]') districtCodes?: string[];
  @Kept('text') email?: string | null;
  @Kept('text') phone?: string | null;
  /** Digest of the account of the resident whose entry it is; none where a department made it. */
  @Kept('text') account?: string | null;
  @Kept('text') sourceKey?: string | null;
  @Kept('text') sourceHash?: string | null;
}
