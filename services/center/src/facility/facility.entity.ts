import { Choice, Kept, Key, Moment, Text, Texts, Value, Values } from '@manabi/kit/column';
import { LocalText } from '@manabi/kit/value/local-text';
import { GeoPoint } from '@manabi/kit/value/point';
import { Provenance } from '@manabi/kit/value/provenance';
import { Entity } from '@mikro-orm/decorators/legacy';
import { Directive, ObjectType, registerEnumType } from 'type-graphql';

import { Address } from '../value/address.js';
import { ClosingRule } from '@manabi/kit/opening/closing-rule';
import { DisasterRole } from '../value/disaster-role.js';
import { FacilityRoom } from '../value/facility-room.js';
import { WeeklyHours } from '../value/weekly-hours.js';

/** Whether a facility is in use. */
export enum FacilityStatus {
  OPEN = 'OPEN',
  CLOSED = 'CLOSED',
}

registerEnumType(FacilityStatus, {
  name: 'FacilityStatus',
  description: 'Whether a facility is in use at all (施設の状態).',
  valuesConfig: {
    OPEN: { description: 'In use (営業中).' },
    CLOSED: { description: 'Closed until further notice (閉館中).' },
  },
});

/** A public facility: the one register to which every department's venue leads. */
@Entity()
@ObjectType({ description: 'A facility of the city (公共施設).' })
@Directive('@key(fields: "code")')
export class Facility {
  @Key('Code in the register of facilities, never used again (施設コード).') code!: string;
  @Directive('@shareable')
  @Value(() => LocalText, 'Name (名称).', { required: true, public: true })
  name!: LocalText;
  @Directive('@listSize(assumedSize: 5)')
  @Texts('Other names by which it is known (通称).', { public: true })
  aliases?: string[] | null;
  @Text('Kind of house in our words, e.g. KOMINKAN (施設の種類).', { public: true })
  type?: string | null;
  @Text('Official code of the kind of place (POIコード).', { public: true })
  poiCode?: string | null;
  @Value(() => Address, 'Where it stands (所在地).', { public: true }) address?: Address | null;
  @Value(() => GeoPoint, 'Where it is on the map (緯度経度).', { public: true })
  point?: GeoPoint | null;
  @Text('Telephone (電話番号).', { public: true }) phone?: string | null;
  @Text('Its page (ウェブページ).', { public: true, max: 2_000 }) url?: string | null;
  @Choice(FacilityStatus, 'Whether it is in use (状態).', { public: true })
  status?: FacilityStatus | null;
  @Value(() => DisasterRole, 'What it is in a disaster (防災情報).', { public: true })
  disasterRole?: DisasterRole | null;
  @Directive('@listSize(assumedSize: 8)')
  @Values(() => WeeklyHours, 'Hours by weekday (開館時間).', { public: true })
  hours?: WeeklyHours[] | null;
  @Directive('@listSize(assumedSize: 4)')
  @Values(() => ClosingRule, 'Rules by which it is closed (休館日).', { public: true })
  closedDays?: ClosingRule[] | null;
  @Text('Hours in words, as published (利用可能日時の説明).', { public: true, max: 2_000 })
  hoursNote?: string | null;
  @Directive('@listSize(assumedSize: 10)')
  @Values(() => FacilityRoom, 'Rooms and courts that the register lists (部屋・コート).', {
    public: true,
  })
  rooms?: FacilityRoom[] | null;
  @Moment('When its department withdrew it (掲載終了日時).', { public: true })
  withdrawnAt?: Date | null;
  @Text('Code of the facility that took its place (後継の施設コード).', { public: true })
  replacedBy?: string | null;
  @Value(() => Provenance, 'Where it comes from (出典).', { required: true, public: true })
  provenance!: Provenance;
  @Directive('@listSize(assumedSize: 5)')
  @Texts('Fields of this row that were composed as examples or never checked (見本の項目).', {
    public: true,
  })
  sampleFields?: string[] | null;

  @Kept('text') areaCode?: string | null;
  @Kept('text') departmentCode?: string | null;
  /** Data set and key under which a department's file names it; empty for what was entered here. */
  @Kept('text') sourceKey?: string | null;
  /** Tells whether the file's row changed since it was last read. */
  @Kept('text') sourceHash?: string | null;
}
