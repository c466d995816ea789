import { Choice, Choices, Kept, Key, Moment, Text, Value, Whole } from '@manabi/kit/column';
import type { SubjectKey } from '@manabi/kit/opportunity/opportunity.columns';
import { LocalText } from '@manabi/kit/value/local-text';
import { Provenance } from '@manabi/kit/value/provenance';
import { Entity } from '@mikro-orm/decorators/legacy';
import { Directive, ObjectType } from 'type-graphql';

import { ExperienceKind } from '../value/experience-kind.js';
import { Season } from '../value/season.js';

/** A programme in which children experience something, whoever in the city holds it. */
@Entity()
@ObjectType({ description: 'A programme in which children experience something (体験プログラム).' })
@Directive('@key(fields: "id")')
export class ExperienceProgram {
  @Key('Opaque and stable (識別子).') id!: string;
  @Value(() => LocalText, 'Name (名称).', { required: true, public: true }) title!: LocalText;
  @Value(() => LocalText, 'What is done (内容).', { public: true }) summary?: LocalText | null;
  @Choice(ExperienceKind, 'What one experiences (体験の種類).', { public: true })
  kind?: ExperienceKind | null;
  @Whole(
    'Lowest school grade, 1 to 6 elementary, 7 to 9 junior high; 0 is before school (対象学年、最低).',
    {
      public: true,
      min: 0,
      max: 12,
    },
  )
  gradeFrom?: number | null;
  @Whole('Highest school grade (対象学年、最高).', { public: true, min: 0, max: 12 })
  gradeTo?: number | null;
  @Directive('@listSize(assumedSize: 2)')
  @Choices(Season, 'Seasons in which it is held (季節).', { public: true })
  seasons?: Season[];
  @Whole('What one pays in yen; 0 is nothing (参加費、円).', { public: true, min: 0 })
  feeYen?: number | null;
  @Text('How to apply (申込方法).', { public: true, max: 2_000 }) howToApply?: string | null;
  @Text('Its page (ウェブページ).', { public: true, max: 2_000 }) url?: string | null;
  @Moment('When somebody last confirmed the entry (最終確認日時).', { public: true })
  confirmedAt?: Date | null;
  @Moment('When it was given up (終了日時).', { public: true }) withdrawnAt?: Date | null;
  @Value(() => Provenance, 'Where it comes from (出典).', { required: true, public: true })
  provenance!: Provenance;

  @Kept('jsonb', { required: true }) subjectKeys!: SubjectKey[];
  @Kept('text') venueCode?: string | null;
  @Kept('text') departmentCode?: string | null;
  @Kept('text') sourceKey?: string | null;
  @Kept('text') sourceHash?: string | null;
}
