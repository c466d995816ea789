import { RecordWriteInput } from '@manabi/kit/write/write.input';
import { Field, InputType, registerEnumType } from 'type-graphql';

/** The kinds of record that the library confirms. */
export enum LibraryRecordKind {
  LIBRARY_BRANCH = 'LIBRARY_BRANCH',
  LIBRARY_PROGRAM = 'LIBRARY_PROGRAM',
  REFERENCE_CASE = 'REFERENCE_CASE',
  DIGITAL_ITEM = 'DIGITAL_ITEM',
  BOOK_SET = 'BOOK_SET',
}

registerEnumType(LibraryRecordKind, {
  name: 'LibraryRecordKind',
  description: 'The kinds of record that the library confirms (図書館の記録の種類).',
  valuesConfig: {
    LIBRARY_BRANCH: { description: 'A branch (館).' },
    LIBRARY_PROGRAM: { description: 'An event (行事).' },
    REFERENCE_CASE: { description: 'A reference case (レファレンス事例).' },
    DIGITAL_ITEM: { description: 'A digitised item (デジタル化資料).' },
    BOOK_SET: { description: 'A set of books for schools (学校支援図書セット).' },
  },
});

/** A record that still holds. */
@InputType({ description: 'A record that still holds (記録の確認).' })
export class ConfirmLibraryRecordInput extends RecordWriteInput {
  @Field(() => LibraryRecordKind, { description: 'Which kind of record (種類).' })
  kind!: LibraryRecordKind;
}
