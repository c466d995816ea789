import { Choice, Day, Kept, Key, Moment, Text, Value, Whole } from '@manabi/kit/column';
import type { SubjectKey } from '@manabi/kit/opportunity/opportunity.columns';
import { LocalText } from '@manabi/kit/value/local-text';
import { Provenance } from '@manabi/kit/value/provenance';
import { Entity } from '@mikro-orm/decorators/legacy';
import { Directive, ObjectType, registerEnumType } from 'type-graphql';

/** For which subject of the school a set of books is made. */
export enum BookSetCurriculum {
  JAPANESE = 'JAPANESE',
  SOCIAL_STUDIES = 'SOCIAL_STUDIES',
  MATHEMATICS = 'MATHEMATICS',
  SCIENCE = 'SCIENCE',
  LIFE = 'LIFE',
  MUSIC = 'MUSIC',
  ART = 'ART',
  HOME_ECONOMICS = 'HOME_ECONOMICS',
  HEALTH = 'HEALTH',
  ENGLISH = 'ENGLISH',
  MORALS = 'MORALS',
  INTEGRATED = 'INTEGRATED',
}

registerEnumType(BookSetCurriculum, {
  name: 'BookSetCurriculum',
  description: 'For which subject of the school a set of books is made (教科).',
  valuesConfig: {
    JAPANESE: { description: 'Japanese (国語).' },
    SOCIAL_STUDIES: { description: 'Social studies (社会).' },
    MATHEMATICS: { description: 'Mathematics (算数・数学).' },
    SCIENCE: { description: 'Science (理科).' },
    LIFE: { description: 'Life environment studies (生活).' },
    MUSIC: { description: 'Music (音楽).' },
    ART: { description: 'Art and crafts (図工・美術).' },
    HOME_ECONOMICS: { description: 'Home economics and technology (家庭・技術).' },
    HEALTH: { description: 'Physical and health education (体育・保健).' },
    ENGLISH: { description: 'Foreign languages (外国語).' },
    MORALS: { description: 'Moral education (道徳).' },
    INTEGRATED: { description: 'Integrated studies (総合的な学習の時間).' },
  },
});

/** Books that a school borrows together for a unit of lessons. */
@Entity({ tableName: 'book_set' })
@ObjectType({
  description: 'Books that a school borrows together for a unit of lessons (学校支援図書セット).',
})
@Directive('@key(fields: "id")')
export class BookSet {
  @Key('Opaque and stable (識別子).') id!: string;
  @Value(() => LocalText, 'Name and its reading (名称).', { required: true, public: true })
  name!: LocalText;
  @Choice(BookSetCurriculum, 'For which subject of the school (教科).', { public: true })
  schoolSubject?: BookSetCurriculum | null;
  @Text('The unit of lessons (単元).', { public: true }) unit?: string | null;
  @Whole('First grade; 1 to 6 elementary, 7 to 9 junior high, 10 to 12 high school (学年、から).', {
    public: true,
    min: 1,
    max: 12,
  })
  gradeFrom?: number | null;
  @Whole('Last grade, counted in the same way (学年、まで).', { public: true, min: 1, max: 12 })
  gradeTo?: number | null;
  @Whole('Copies in the set (冊数).', { public: true, min: 1 }) copies?: number | null;
  @Whole('For how many days a school has it (貸出日数).', { public: true, min: 1 })
  loanDays?: number | null;
  @Day('First day for which it can be booked (予約できる期間、から).', { public: true })
  bookableFrom?: string | null;
  @Day('Last day for which it can be booked (予約できる期間、まで).', { public: true })
  bookableUntil?: string | null;
  @Text('How a school books it (申込方法).', { public: true, max: 2_000 })
  howToApply?: string | null;
  @Value(() => Provenance, 'Where it comes from (出典).', { required: true, public: true })
  provenance!: Provenance;
  @Moment('When the library withdrew it (取下げ日時).', { public: true }) withdrawnAt?: Date | null;

  @Kept('text[]', { required: true }) bibIds!: string[];
  @Kept('text') branchId?: string | null;
  @Kept('jsonb', { required: true }) subjectKeys!: SubjectKey[];
  /** Data set and key under which a file names it; empty for what was entered here. */
  @Kept('text') sourceKey?: string | null;
  /** Tells whether the file's row changed since it was last read. */
  @Kept('text') sourceHash?: string | null;
  /** Folded words by which it is found; `withSetSearch` writes them. */
  @Kept('text', { required: true }) searchText!: string;
  @Kept('text[]', { required: true }) searchGrams!: string[];
}
