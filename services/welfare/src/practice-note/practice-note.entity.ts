import { Choice, Choices, Day, Kept, Key, Text, Value } from '@manabi/kit/column';
import type { SubjectKey } from '@manabi/kit/opportunity/opportunity.columns';
import { LocalText } from '@manabi/kit/value/local-text';
import { Provenance } from '@manabi/kit/value/provenance';
import { Audience } from '@manabi/kit/vocabulary/audience';
import { Entity } from '@mikro-orm/decorators/legacy';
import { Directive, ObjectType, registerEnumType } from 'type-graphql';

/** What a note tells of. */
export enum PracticeNoteKind {
  ADVICE_CASE = 'ADVICE_CASE',
  PRACTICE = 'PRACTICE',
  TRAINING = 'TRAINING',
}

registerEnumType(PracticeNoteKind, {
  name: 'PracticeNoteKind',
  description: 'What a note tells of (実践ノートの種類).',
  valuesConfig: {
    ADVICE_CASE: { description: 'A case of advice, without anybody in it (相談事例、匿名).' },
    PRACTICE: { description: 'What was tried and how it went (実践の記録).' },
    TRAINING: { description: 'For the training of staff (職員研修).' },
  },
});

/** Whoever is not of the staff reads what a note is about, and no more. */
const staff = { scopes: ['practice.notes'] } as const;

/** What staff learned from advice and practice, by theme, anonymised: nobody who was advised is in it. */
@Entity()
@ObjectType({
  description:
    'What staff learned from advice and practice, anonymised; only its summary is public (実践ノート).',
})
@Directive('@key(fields: "id")')
export class PracticeNote {
  @Key('Opaque and stable (識別子).') id!: string;
  @Choice(PracticeNoteKind, 'What it tells of (種類).', { required: true, public: true })
  kind!: PracticeNoteKind;
  @Value(() => LocalText, 'Its theme (テーマ).', { required: true, public: true })
  title!: LocalText;
  @Value(() => LocalText, 'What anybody may know of it (公開の要約).', {
    required: true,
    public: true,
  })
  summary!: LocalText;
  @Directive('@listSize(assumedSize: 3)')
  @Choices(Audience, 'Whom the work was for (対象者).', { public: true })
  audiences?: Audience[] | null;
  @Day('When it was written (作成日).', { public: true }) writtenOn?: string | null;
  @Text('What was asked, or found (状況).', { max: 4_000, ...staff }) situation?: string | null;
  @Text('What was done (対応).', { max: 4_000, ...staff }) approach?: string | null;
  @Text('What came of it, and what to do next time (結果と学び).', { max: 4_000, ...staff })
  learned?: string | null;
  @Value(() => Provenance, 'Where it comes from (出典).', { required: true, public: true })
  provenance!: Provenance;

  @Kept('jsonb', { required: true }) subjectKeys: SubjectKey[] = [];
  /** When a file no longer named it. */
  @Kept('timestamptz') withdrawnAt?: Date | null;
  @Kept('text') sourceKey?: string | null;
  @Kept('text') sourceHash?: string | null;
}
