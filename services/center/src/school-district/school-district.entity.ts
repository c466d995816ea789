import { Kept, Key, Value } from '@manabi/kit/column';
import { LocalText } from '@manabi/kit/value/local-text';
import { Provenance } from '@manabi/kit/value/provenance';
import { Entity } from '@mikro-orm/decorators/legacy';
import { Directive, ObjectType } from 'type-graphql';

/** The district of a primary school. */
@Entity()
@ObjectType({ description: 'The district of a primary school (小学校区).' })
@Directive('@key(fields: "code")')
export class SchoolDistrict {
  @Key('Code of the district (学区コード).') code!: string;
  @Value(() => LocalText, 'Name (名称).', { required: true, public: true }) name!: LocalText;
  @Value(() => Provenance, 'Where it comes from (出典).', { required: true, public: true })
  provenance!: Provenance;
  @Kept('text') schoolCode?: string | null;
  /** The blocks that lie in it, where a list said so. */
  @Kept('text[]') areaCodes?: string[] | null;
  /** When a file no longer named it. */
  @Kept('timestamptz') withdrawnAt?: Date | null;
  @Kept('text') sourceKey?: string | null;
  @Kept('text') sourceHash?: string | null;
}
