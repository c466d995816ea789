import { Key, Kept, Text, Value, Whole } from '@manabi/kit/column';
import { LocalText } from '@manabi/kit/value/local-text';
import { GeoPoint } from '@manabi/kit/value/point';
import { Provenance } from '@manabi/kit/value/provenance';
import { Entity } from '@mikro-orm/decorators/legacy';
import { Directive, ObjectType } from 'type-graphql';

/** A town block. */
@Entity()
@ObjectType({ description: 'A town block of the city (町字・丁目).' })
@Directive('@key(fields: "code")')
export class Area {
  @Key('Code of the town block (町字ID).') code!: string;
  @Value(() => LocalText, 'Name, e.g. 柳沢一丁目 (町字名).', { required: true, public: true })
  name!: LocalText;
  @Text('Town without the block number (町名).', { public: true }) town?: string | null;
  @Whole('Number of the block (丁目).', { public: true, min: 1, max: 99 }) chome?: number | null;
  @Value(() => GeoPoint, 'A point that stands for it (代表点).', { public: true })
  point?: GeoPoint | null;
  @Value(() => Provenance, 'Where it comes from (出典).', { required: true, public: true })
  provenance!: Provenance;
  /** The school district in which it lies, kept here because a block lies in one at most. */
  @Kept('text') schoolDistrictCode?: string | null;
}
