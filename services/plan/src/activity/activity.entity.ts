import { Choice, Day, Kept, Key, Value } from '@manabi/kit/column';
import { LocalText } from '@manabi/kit/value/local-text';
import { Provenance } from '@manabi/kit/value/provenance';
import { Entity } from '@mikro-orm/decorators/legacy';
import { Directive, ObjectType, registerEnumType } from 'type-graphql';

/** What learners of an area did. */
export enum CommunityActivityKind {
  LEARNING = 'LEARNING',
  PRESENTATION = 'PRESENTATION',
  PLANNING = 'PLANNING',
  SERVICE = 'SERVICE',
}

registerEnumType(CommunityActivityKind, {
  name: 'CommunityActivityKind',
  description: 'What learners of an area did (地域の学習活動の種類).',
  valuesConfig: {
    LEARNING: { description: 'They learned together (学び合い).' },
    PRESENTATION: { description: 'They showed what they had learned (成果の発表).' },
    PLANNING: { description: 'They planned or ran something for others (企画・運営への参画).' },
    SERVICE: { description: 'They gave what they had learned to others (成果の還元).' },
  },
});

/** One entry of a community career: what an area's or a group's learners did on a day, without any person. */
@Entity()
@ObjectType({
  description:
    'One entry of a community career: what learners did on a day, without any person (コミュニティ・キャリアの記録).',
})
@Directive('@key(fields: "id")')
export class CommunityActivity {
  @Key('Opaque and stable (識別子).') id!: string;
  @Choice(CommunityActivityKind, 'What it was (種類).', { required: true, public: true })
  kind!: CommunityActivityKind;
  @Value(() => LocalText, 'What was done (活動名).', { required: true, public: true })
  title!: LocalText;
  @Value(() => LocalText, 'What came of it or was shown (成果).', { public: true })
  result?: LocalText | null;
  @Day('When (実施日).', { required: true, public: true }) heldOn!: string;
  /** How many took part, and how many helped: told in full tens. */
  @Kept('integer') participants?: number | null;
  @Kept('integer') helpers?: number | null;
  @Value(() => Provenance, 'Where it comes from (出典).', { required: true, public: true })
  provenance!: Provenance;
  @Kept('text') districtCode?: string | null;
  @Kept('text') groupId?: string | null;
  @Kept('text') venueCode?: string | null;
  @Kept('text') grantId?: string | null;
  @Kept('text[]', { required: true }) measureCodes!: string[];
  /** When a file no longer named it. */
  @Kept('timestamptz') withdrawnAt?: Date | null;
  @Kept('text') sourceKey?: string | null;
  @Kept('text') sourceHash?: string | null;
}
