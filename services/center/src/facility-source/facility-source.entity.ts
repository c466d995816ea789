import { Kept, Key, Text, Value } from '@manabi/kit/column';
import { GeoPoint } from '@manabi/kit/value/point';
import { Provenance } from '@manabi/kit/value/provenance';
import { Entity } from '@mikro-orm/decorators/legacy';
import { ObjectType } from 'type-graphql';

import { Address } from '../value/address.js';
import { DisasterRole } from '../value/disaster-role.js';

/** What one data set says of a facility that the register knows: kept beside the register's own word, never over it. */
@Entity()
@ObjectType({ description: 'What one data set says of a facility (データセットごとの施設情報).' })
export class FacilitySource {
  @Key('Opaque and stable (識別子).') id!: string;
  @Text('Name in that data set (名称).', { required: true, public: true }) name!: string;
  @Value(() => Address, 'Where it says that it stands (所在地).', { public: true })
  address?: Address | null;
  @Value(() => GeoPoint, 'Where it says that it is on the map (緯度経度).', { public: true })
  point?: GeoPoint | null;
  @Text('Telephone (電話番号).', { public: true }) phone?: string | null;
  @Text('Its page (ウェブページ).', { public: true, max: 2_000 }) url?: string | null;
  @Value(() => DisasterRole, 'What it is in a disaster (防災情報).', { public: true })
  disasterRole?: DisasterRole | null;
  @Text('Hours in words (利用可能日時の説明).', { public: true, max: 2_000 })
  hoursNote?: string | null;
  @Value(() => Provenance, 'Which data set, and for when it holds (出典).', {
    required: true,
    public: true,
  })
  provenance!: Provenance;

  @Kept('text', { required: true }) facilityCode!: string;
  @Kept('timestamptz') withdrawnAt?: Date | null;
  /** Data set and key under which the file names it. */
  @Kept('text') sourceKey?: string | null;
  /** Tells whether the file's row changed since it was last read. */
  @Kept('text') sourceHash?: string | null;
}
