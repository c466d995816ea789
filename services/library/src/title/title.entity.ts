import { Choice, Choices, Kept, Key, Moment, Text, Value, Whole } from '@manabi/kit/column';
import type { SubjectKey } from '@manabi/kit/opportunity/opportunity.columns';
import { LocalText } from '@manabi/kit/value/local-text';
import { Provenance } from '@manabi/kit/value/provenance';
import { Audience } from '@manabi/kit/vocabulary/audience';
import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';

/** In what form a title is read. */
export enum TitleFormat {
  BOOK = 'BOOK',
  PICTURE_BOOK = 'PICTURE_BOOK',
  LARGE_PRINT = 'LARGE_PRINT',
  DAISY = 'DAISY',
  AUDIO_BOOK = 'AUDIO_BOOK',
  BRAILLE = 'BRAILLE',
  EBOOK = 'EBOOK',
  MAGAZINE = 'MAGAZINE',
  AUDIOVISUAL = 'AUDIOVISUAL',
  OTHER = 'OTHER',
}

registerEnumType(TitleFormat, {
  name: 'TitleFormat',
  description: 'In what form a title is read (資料形態).',
  valuesConfig: {
    BOOK: { description: 'A printed book (図書).' },
    PICTURE_BOOK: { description: 'A picture book (絵本).' },
    LARGE_PRINT: { description: 'Printed large (大活字本).' },
    DAISY: { description: 'Read aloud, in DAISY (デイジー録音図書).' },
    AUDIO_BOOK: { description: 'Read aloud, on disc or as a file (録音図書・オーディオブック).' },
    BRAILLE: { description: 'In Braille (点字資料).' },
    EBOOK: { description: 'An electronic book (電子書籍).' },
    MAGAZINE: { description: 'A magazine or newspaper (雑誌・新聞).' },
    AUDIOVISUAL: { description: 'Sound or film (視聴覚資料).' },
    OTHER: { description: 'Something else (その他).' },
  },
});

/** Forms for readers who cannot read ordinary print. */
export const accessibleFormats: readonly TitleFormat[] = [
  TitleFormat.LARGE_PRINT,
  TitleFormat.DAISY,
  TitleFormat.AUDIO_BOOK,
  TitleFormat.BRAILLE,
];

/** A title of the catalogue in one edition. Known by its bibliographic id, and by its ISBN where it has one. */
@Entity()
@ObjectType({ description: 'A title of the catalogue in one edition (書誌).' })
@Directive('@key(fields: "bibId")')
@Directive('@key(fields: "isbn")')
export class Title {
  @Key('Bibliographic id, opaque and stable (書誌番号).') bibId!: string;
  @Directive('@tag(name: "public")')
  @Field(() => ID, {
    nullable: true,
    description: 'ISBN of 13 digits (国際標準図書番号).',
    simple: true,
  })
  @Property<Title>({ type: 'text', columnType: 'text', nullable: true })
  isbn?: string | null;
  @Value(() => LocalText, 'Title and its reading (書名).', { required: true, public: true })
  title!: LocalText;
  @Value(() => LocalText, 'Author and the reading of the name (著者).', { public: true })
  author?: LocalText | null;
  @Text('Publisher (出版者).', { public: true }) publisher?: string | null;
  @Whole('Year of publication (出版年).', { public: true }) year?: number | null;
  @Whole('Pages (ページ数).', { public: true, min: 1 }) pages?: number | null;
  @Choice(TitleFormat, 'In what form it is read (資料形態).', { public: true })
  format?: TitleFormat | null;
  @Directive('@listSize(assumedSize: 3)')
  @Choices(Audience, 'For whom it is meant (対象者).', { public: true })
  audiences?: Audience[] | null;
  /** Bibliographic id of the first edition of the same work, where this is another one. */
  @Kept('text') editionOf?: string | null;
  /** Codes of the cultural properties that it tells of. */
  @Kept('text[]') heritageCodes?: string[] | null;
  @Kept('jsonb', { required: true }) subjectKeys!: SubjectKey[];
  @Value(() => Provenance, 'Where it comes from (出典).', { required: true, public: true })
  provenance!: Provenance;
  @Moment('When the library withdrew it (除籍日時).', { public: true }) withdrawnAt?: Date | null;
  /** Data set and key under which a file names it; empty for what was entered here. */
  @Kept('text') sourceKey?: string | null;
  /** Tells whether the file's row changed since it was last read. */
  @Kept('text') sourceHash?: string | null;
  /** Folded words by which it is found; `withSearch` writes them. */
  @Kept('text', { required: true }) searchText!: string;
  @Kept('text[]', { required: true }) searchGrams!: string[];
}
