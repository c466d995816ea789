import { Choice, Values } from '@manabi/kit/column';
import { Occurrence } from '@manabi/kit/opportunity/occurrence';
import { OpportunityColumns } from '@manabi/kit/opportunity/opportunity.columns';
import { Entity } from '@mikro-orm/decorators/legacy';
import { Directive, ObjectType, registerEnumType } from 'type-graphql';

/** What kind of event a library holds. */
export enum LibraryProgramKind {
  STORYTIME = 'STORYTIME',
  BOOK_TALK = 'BOOK_TALK',
  READING = 'READING',
  LECTURE = 'LECTURE',
  WORKSHOP = 'WORKSHOP',
  EXHIBITION = 'EXHIBITION',
  OTHER = 'OTHER',
}

registerEnumType(LibraryProgramKind, {
  name: 'LibraryProgramKind',
  description: 'What kind of event a library holds (図書館行事の種類).',
  valuesConfig: {
    STORYTIME: { description: 'Stories told to children (おはなし会).' },
    BOOK_TALK: { description: 'Books shown and talked about (ブックトーク).' },
    READING: { description: 'Reading together or aloud (読書会・朗読会).' },
    LECTURE: { description: 'A lecture (講演会).' },
    WORKSHOP: { description: 'Something to do oneself (体験講座).' },
    EXHIBITION: { description: 'Something to see (展示).' },
    OTHER: { description: 'Something else (その他).' },
  },
});

/** An event of the library. */
@Entity()
@ObjectType({ description: 'An event of the library (図書館行事).' })
@Directive('@key(fields: "id")')
export class LibraryProgram extends OpportunityColumns {
  @Choice(LibraryProgramKind, 'What kind of event (種類).', { public: true })
  kind?: LibraryProgramKind | null;
  @Directive('@listSize(assumedSize: 10)')
  @Values(() => Occurrence, 'When it takes place, earliest first (開催回).', { public: true })
  occurrences?: Occurrence[] | null;
}
