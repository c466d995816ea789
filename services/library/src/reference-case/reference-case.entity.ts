import { Day, Kept, Key, Moment, Text, Texts, Value } from '@manabi/kit/column';
import type { SubjectKey } from '@manabi/kit/opportunity/opportunity.columns';
import { LocalText } from '@manabi/kit/value/local-text';
import { Provenance } from '@manabi/kit/value/provenance';
import { Entity } from '@mikro-orm/decorators/legacy';
import { Directive, ObjectType } from 'type-graphql';

/** A question that was put to a library and what was found. Nothing in it tells who asked. */
@Entity({ tableName: 'reference_case' })
@ObjectType({
  description:
    'A question that was put to a library and what was found, without anything of who asked (レファレンス事例).',
})
@Directive('@key(fields: "id")')
export class ReferenceCase {
  @Key('Opaque and stable (識別子).') id!: string;
  @Value(() => LocalText, 'What was asked (質問).', { required: true, public: true })
  question!: LocalText;
  @Value(() => LocalText, 'What the library answered (回答).', { required: true, public: true })
  answer!: LocalText;
  @Text('How the answer was found (回答プロセス).', { public: true, max: 10_000 })
  process?: string | null;
  @Directive('@listSize(assumedSize: 5)')
  @Texts('Words under which one would look for it (キーワード).', { public: true })
  keywords?: string[] | null;
  @Day('When it was answered (回答日).', { public: true }) answeredOn?: string | null;
  @Directive('@listSize(assumedSize: 3)')
  @Texts('Sources as the library wrote them, also those it does not keep (参考資料、原文).', {
    public: true,
  })
  citations?: string[] | null;
  @Value(() => Provenance, 'Where it comes from (出典).', { required: true, public: true })
  provenance!: Provenance;
  @Moment('When the library withdrew it (取下げ日時).', { public: true }) withdrawnAt?: Date | null;

  @Kept('text') branchId?: string | null;
  /** ISBNs of its sources: a title that is bought later is found by it too. */
  @Kept('text[]', { required: true }) sourceIsbns!: string[];
  @Kept('jsonb', { required: true }) subjectKeys!: SubjectKey[];
  /** Data set and key under which a file names it; empty for what was entered here. */
  @Kept('text') sourceKey?: string | null;
  /** Tells whether the file's row changed since it was last read. */
  @Kept('text') sourceHash?: string | null;
  /** Folded words by which it is found; `withCaseSearch` writes them. */
  @Kept('text', { required: true }) searchText!: string;
  @Kept('text[]', { required: true }) searchGrams!: string[];
}
