import { Choice, Kept, Key, Text, Texts, Value, Whole } from '@manabi/kit/column';
import { AgeRange } from '@manabi/kit/value/age-range';
import { LocalText } from '@manabi/kit/value/local-text';
import { Provenance } from '@manabi/kit/value/provenance';
import { Tri } from '@manabi/kit/value/tri';
import { Entity } from '@mikro-orm/decorators/legacy';
import { Directive, ObjectType } from 'type-graphql';

/** A club of a neighbourhood in which all ages do several sports. */
@Entity()
@ObjectType({
  description:
    'A club of a neighbourhood in which all ages do several sports (総合型地域スポーツクラブ).',
})
@Directive('@key(fields: "id")')
export class CommunityClub {
  @Key('Opaque and stable (識別子).') id!: string;
  @Value(() => LocalText, 'Its name (名称).', { required: true, public: true }) name!: LocalText;
  @Value(() => LocalText, 'What it is and does (紹介).', { public: true })
  summary?: LocalText | null;
  @Directive('@listSize(assumedSize: 8)')
  @Texts('Sports that one can do there (種目).', { required: true, public: true })
  sports: string[] = [];
  @Value(() => AgeRange, 'Ages it is for (対象年齢).', { public: true }) ages?: AgeRange | null;
  @Whole('Yearly fee of a grown-up in yen (年会費、円).', { min: 0, public: true })
  yearlyFeeYen?: number | null;
  @Choice(Tri, 'Whether beginners are welcome (初心者の受入).', { required: true, public: true })
  acceptsBeginners: Tri = Tri.UNKNOWN;
  @Whole('Year of its founding (設立年).', { public: true }) since?: number | null;
  @Text('Its page (ホームページ).', { public: true, max: 2_000 }) url?: string | null;
  @Value(() => Provenance, 'Where it comes from (出典).', { required: true, public: true })
  provenance!: Provenance;

  @Kept('text') homeCode?: string | null;
}
