import { Choice, Kept, Key, Moment, Text, Value, Whole } from '@manabi/kit/column';
import type { SubjectKey } from '@manabi/kit/opportunity/opportunity.columns';
import { LocalText } from '@manabi/kit/value/local-text';
import { Provenance } from '@manabi/kit/value/provenance';
import { Entity } from '@mikro-orm/decorators/legacy';
import { Directive, ObjectType, registerEnumType } from 'type-graphql';

/** What was digitised. */
export enum DigitalItemKind {
  PHOTOGRAPH = 'PHOTOGRAPH',
  MAP = 'MAP',
  DOCUMENT = 'DOCUMENT',
  PICTURE = 'PICTURE',
  BOOK = 'BOOK',
  SOUND = 'SOUND',
  FILM = 'FILM',
  OTHER = 'OTHER',
}

registerEnumType(DigitalItemKind, {
  name: 'DigitalItemKind',
  description: 'What was digitised (デジタル化資料の種類).',
  valuesConfig: {
    PHOTOGRAPH: { description: 'A photograph (写真).' },
    MAP: { description: 'A map or plan (地図・絵図).' },
    DOCUMENT: { description: 'An old paper or record (古文書・記録).' },
    PICTURE: { description: 'A picture or postcard (絵画・絵はがき).' },
    BOOK: { description: 'A book or pamphlet (図書・冊子).' },
    SOUND: { description: 'Sound, e.g. of festival music or an old tale told (音声).' },
    FILM: { description: 'A film (映像).' },
    OTHER: { description: 'Something else (その他).' },
  },
});

/** What one may do with a digitised item. */
export enum DigitalRights {
  PUBLIC_DOMAIN = 'PUBLIC_DOMAIN',
  OPEN_LICENCE = 'OPEN_LICENCE',
  ASK_FIRST = 'ASK_FIRST',
  VIEW_ONLY = 'VIEW_ONLY',
  UNKNOWN = 'UNKNOWN',
}

registerEnumType(DigitalRights, {
  name: 'DigitalRights',
  description: 'What one may do with a digitised item (二次利用の条件).',
  valuesConfig: {
    PUBLIC_DOMAIN: { description: 'Anything: nobody holds rights any more (保護期間満了).' },
    OPEN_LICENCE: {
      description: 'What its licence says, see "rightsNote" (オープンライセンス).',
    },
    ASK_FIRST: { description: 'Use after asking the library (許諾が必要).' },
    VIEW_ONLY: { description: 'Look only (閲覧のみ).' },
    UNKNOWN: { description: 'Nobody has found out (不明).' },
  },
});

/** Something of the town that the library digitised and shows. */
@Entity({ tableName: 'digital_item' })
@ObjectType({
  description: 'Something of the town that the library digitised and shows (デジタル化資料).',
})
@Directive('@key(fields: "id")')
export class DigitalItem {
  @Key('Opaque and stable (識別子).') id!: string;
  @Choice(DigitalItemKind, 'What was digitised (種類).', { public: true })
  kind?: DigitalItemKind | null;
  @Value(() => LocalText, 'Title and its reading (題名).', { required: true, public: true })
  title!: LocalText;
  @Value(() => LocalText, 'Who made it, as published (作成者).', { public: true })
  creator?: LocalText | null;
  @Value(() => LocalText, 'What is seen or heard (説明).', { public: true })
  description?: LocalText | null;
  @Text('When it was made, in words, e.g. 昭和32年頃 (作成年代).', { public: true })
  madeIn?: string | null;
  @Whole('Year in which it was made, as near as is known (作成年).', { public: true })
  year?: number | null;
  @Choice(DigitalRights, 'What one may do with it (二次利用の条件).', { public: true })
  rights?: DigitalRights | null;
  @Text('The condition in words, e.g. the licence (二次利用の条件の説明).', { public: true })
  rightsNote?: string | null;
  @Text('Where it is shown (公開ページ).', { public: true, max: 2_000 }) url?: string | null;
  @Text('A small picture of it (サムネイル画像).', { public: true, max: 2_000 })
  imageUrl?: string | null;
  @Value(() => Provenance, 'Where it comes from (出典).', { required: true, public: true })
  provenance!: Provenance;
  @Moment('When the library withdrew it (公開終了日時).', { public: true })
  withdrawnAt?: Date | null;

  @Kept('text') branchId?: string | null;
  /** Codes of the cultural properties that it shows or tells of. */
  @Kept('text[]', { required: true }) heritageCodes!: string[];
  @Kept('jsonb', { required: true }) subjectKeys!: SubjectKey[];
  /** Data set and key under which a file names it; empty for what was entered here. */
  @Kept('text') sourceKey?: string | null;
  /** Tells whether the file's row changed since it was last read. */
  @Kept('text') sourceHash?: string | null;
  /** Folded words by which it is found; `withItemSearch` writes them. */
  @Kept('text', { required: true }) searchText!: string;
  @Kept('text[]', { required: true }) searchGrams!: string[];
}
