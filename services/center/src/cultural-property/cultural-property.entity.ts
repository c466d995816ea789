import { Day, Kept, Key, Moment, Text, Texts, Value, Values } from '@manabi/kit/column';
import type { SubjectKey } from '@manabi/kit/opportunity/opportunity.columns';
import { LocalText } from '@manabi/kit/value/local-text';
import { GeoPoint } from '@manabi/kit/value/point';
import { Provenance } from '@manabi/kit/value/provenance';
import { Entity } from '@mikro-orm/decorators/legacy';
import { Directive, ObjectType } from 'type-graphql';

import { Address } from '../value/address.js';
import { WeeklyHours } from '../value/weekly-hours.js';

/** A cultural property: what is protected, where it stands, and when it may be seen. */
@Entity()
@ObjectType({ description: 'A cultural property (文化財).' })
@Directive('@key(fields: "code")')
export class CulturalProperty {
  @Key('Code in the register of cultural properties, never used again (文化財コード).')
  code!: string;
  @Value(() => LocalText, 'Name (名称).', { required: true, public: true }) name!: LocalText;
  @Directive('@listSize(assumedSize: 3)')
  @Texts('By whom and as what it is protected, e.g. 市指定文化財 (文化財分類).', { public: true })
  designations?: string[] | null;
  @Text('What kind of thing it is, e.g. 建造物 (種類).', { public: true })
  category?: string | null;
  @Text('Where it is, in the words of its list (場所名称).', { public: true })
  placeName?: string | null;
  @Value(() => Address, 'Where it stands (所在地).', { public: true }) address?: Address | null;
  @Value(() => GeoPoint, 'Where it is on the map (緯度経度).', { public: true })
  point?: GeoPoint | null;
  @Day('Day of designation (文化財指定日).', { public: true }) designatedOn?: string | null;
  @Text('How many, with the unit, e.g. 1棟 (員数).', { public: true }) quantity?: string | null;
  @Text('Organisation that owns or keeps it; private owners are never named (所有者等).', {
    public: true,
  })
  owner?: string | null;
  @Value(() => LocalText, 'What it is, in a sentence (概要).', { public: true })
  summary?: LocalText | null;
  @Value(() => LocalText, 'What is told of it (説明).', { public: true })
  description?: LocalText | null;
  @Directive('@listSize(assumedSize: 8)')
  @Values(() => WeeklyHours, 'When it may be seen, by weekday (公開時間).', { public: true })
  hours?: WeeklyHours[] | null;
  @Text('When it may be seen, in words (公開日時の説明).', { public: true, max: 2_000 })
  hoursNote?: string | null;
  @Text('Telephone (電話番号).', { public: true }) phone?: string | null;
  @Text('Its page (ウェブページ).', { public: true, max: 2_000 }) url?: string | null;
  @Moment('When it was taken off the list (掲載終了日時).', { public: true })
  withdrawnAt?: Date | null;
  @Value(() => Provenance, 'Where it comes from (出典).', { required: true, public: true })
  provenance!: Provenance;

  @Kept('jsonb', { required: true }) subjectKeys!: SubjectKey[];
  @Kept('text') areaCode?: string | null;
  @Kept('text') facilityCode?: string | null;
  @Kept('text') sourceKey?: string | null;
  @Kept('text') sourceHash?: string | null;
}
