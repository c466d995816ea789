import 'reflect-metadata';
import { Directive, ObjectType } from 'type-graphql';

import { Choice, Kept, Key, Moment, Text, Texts, Value, Values, Whole } from '../column.js';
import { AgeRange } from '../value/age-range.js';
import { LocalText } from '../value/local-text.js';
import { Provenance } from '../value/provenance.js';
import { Tri } from '../value/tri.js';
import { SittingHours } from './sitting-hours.js';

/** What a department says of a place where one may simply sit: three services keep these columns in tables of their own. */
@ObjectType()
export abstract class SittingPlaceColumns {
  @Key('Opaque and stable (識別子).') id!: string;
  @Value(() => LocalText, 'Name shown to residents (名称).', { required: true, public: true })
  name!: LocalText;
  @Directive('@listSize(assumedSize: 4)')
  @Texts('What is to be minded there, in Japanese (利用の約束).', { required: true, public: true })
  rules: string[] = [];
  @Choice(Tri, 'Whether there is wireless internet for all (無料Wi-Fi).', { public: true })
  wifi?: Tri | null;
  @Choice(Tri, 'Whether one may charge a device (電源).', { public: true }) power?: Tri | null;
  @Choice(Tri, 'Whether staff look after it (職員の見守り).', { public: true })
  supervised?: Tri | null;
  @Choice(Tri, 'Whether it is to be quiet there (静かな席).', { public: true }) quiet?: Tri | null;
  @Choice(Tri, 'Whether one may eat and drink (飲食可否).', { public: true }) eating?: Tri | null;
  @Whole('How many can sit there (席数).', { public: true, min: 0 }) seats?: number | null;
  @Value(() => AgeRange, 'Who may come alone; null where nobody said (一人で使える年齢).', {
    public: true,
  })
  ages?: AgeRange | null;
  @Directive('@listSize(assumedSize: 7)')
  @Values(
    () => SittingHours,
    'When one may sit there; empty where the hours of the house hold (利用時間).',
    { required: true, public: true },
  )
  hours: SittingHours[] = [];
  @Moment('When it was given up (廃止日時).', { public: true }) withdrawnAt?: Date | null;
  @Text('Where in the house it is (場所).', { public: true }) location?: string | null;
  @Value(() => Provenance, 'Where it comes from (出典).', { required: true, public: true })
  provenance!: Provenance;

  @Kept('text', { required: true }) facilityCode!: string;
  @Kept('text') sourceKey?: string | null;
  @Kept('text') sourceHash?: string | null;
}
