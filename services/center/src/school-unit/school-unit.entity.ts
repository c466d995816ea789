import { Kept, Key, Moment, Text, Value, Whole } from '@manabi/kit/column';
import type { SubjectKey } from '@manabi/kit/opportunity/opportunity.columns';
import { LocalText } from '@manabi/kit/value/local-text';
import { Provenance } from '@manabi/kit/value/provenance';
import { Entity } from '@mikro-orm/decorators/legacy';
import { Directive, ObjectType } from 'type-graphql';

/** A unit of school lessons: with what a school asks for teachers, books and visits. */
@Entity()
@ObjectType({ description: 'A unit of school lessons (単元).' })
@Directive('@key(fields: "id")')
export class SchoolUnit {
  @Key('Opaque and stable (識別子).') id!: string;
  @Value(() => LocalText, 'Name (単元名).', { required: true, public: true }) name!: LocalText;
  @Value(() => LocalText, 'What is learnt (学習内容).', { public: true })
  summary?: LocalText | null;
  @Whole('School grade, 1 to 6 elementary, 7 to 9 junior high (学年).', {
    required: true,
    public: true,
    min: 1,
    max: 12,
  })
  grade!: number;
  @Text('Subject of the timetable, e.g. 理科 (教科).', { public: true })
  schoolSubject?: string | null;
  @Moment('When it was taken out of the register (終了日時).', { public: true })
  withdrawnAt?: Date | null;
  @Value(() => Provenance, 'Where it comes from (出典).', { required: true, public: true })
  provenance!: Provenance;

  @Kept('jsonb', { required: true }) subjectKeys!: SubjectKey[];
  /** Months in which it is usually taught, 1 to 12. */
  @Kept('jsonb', { required: true }) months!: number[];
  @Kept('text') sourceKey?: string | null;
  @Kept('text') sourceHash?: string | null;
}
