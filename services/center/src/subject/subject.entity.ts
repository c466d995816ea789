import { Kept, Key, Value } from '@manabi/kit/column';
import { LocalText } from '@manabi/kit/value/local-text';
import { Provenance } from '@manabi/kit/value/provenance';
import { Entity } from '@mikro-orm/decorators/legacy';
import { Directive, ObjectType } from 'type-graphql';

/** A subject of a classification: NDC, MEXT, SURVEY, POI. */
@Entity()
@ObjectType({ description: 'A subject of a classification (分類項目).' })
@Directive('@key(fields: "scheme code")')
export class Subject {
  @Key('The classification, e.g. NDC (分類体系).') scheme!: string;
  @Key('The code in it (分類コード).') code!: string;
  @Value(
    () => LocalText,
    'What it is called; an NDC class finer than the register bears the name of the next wider one (分類名).',
    { required: true, public: true },
  )
  label!: LocalText;
  @Value(() => Provenance, 'Where it comes from (出典).', { required: true, public: true })
  provenance!: Provenance;

  /** The wider subject, of the same scheme. */
  @Kept('text') broaderCode?: string | null;
  /** The class of MEXT's nine to which it leads; empty for the other schemes. */
  @Kept('text') mextCode?: string | null;
}
