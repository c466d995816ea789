import { Key, Text, Value } from '@manabi/kit/column';
import { LocalText } from '@manabi/kit/value/local-text';
import { Provenance } from '@manabi/kit/value/provenance';
import { Entity } from '@mikro-orm/decorators/legacy';
import { Directive, ObjectType } from 'type-graphql';

/** A department of the city that answers for data. */
@Entity()
@ObjectType({ description: 'A department of the city that answers for data (担当部署).' })
@Directive('@key(fields: "code")')
export class Department {
  @Key('Code used in every provenance (部署コード).') code!: string;
  @Value(() => LocalText, 'Name (部署名).', { required: true, public: true }) name!: LocalText;
  @Text('Service of the hub through which its data enters (窓口となるサービス).', { public: true })
  service?: string | null;
  @Text('Telephone (電話番号).', { public: true }) phone?: string | null;
  @Text('Its page (ウェブページ).', { public: true, max: 2_000 }) url?: string | null;
  @Value(() => Provenance, 'Where it comes from (出典).', { required: true, public: true })
  provenance!: Provenance;
}
