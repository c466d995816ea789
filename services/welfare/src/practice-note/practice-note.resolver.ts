import { Public } from '@manabi/kit/column';
import { type Connection, type Edge, connection } from '@manabi/kit/connection/connection';
import { connectionType, pageOf, paged } from '@manabi/kit/connection/connection-type';
import { PageArguments } from '@manabi/kit/connection/page-arguments';
import type { Context } from '@manabi/kit/context';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ID,
  Query,
  Resolver,
  Root,
} from 'type-graphql';

import { Subject } from '../subject/subject.stub.js';
import { PracticeNote, PracticeNoteKind } from './practice-note.entity.js';
import { practiceNoteById, practiceNotesOfPage } from './practice-note.loader.js';
import { practiceNoteCursor } from './practice-note.repository.js';

const PracticeNoteConnection = connectionType('PracticeNote', PracticeNote, '実践ノート');

/** Which page of which notes is wanted. */
@ArgsType()
class PracticeNoteArguments extends PageArguments {
  @Field(() => PracticeNoteKind, {
    nullable: true,
    description: 'Only of this kind (種類).',
  })
  kind?: PracticeNoteKind | null;
}

async function notesOf(
  subject: Subject | null,
  { kind, ...page }: PracticeNoteArguments,
  { loaders }: Context,
): Promise<Connection<Edge<PracticeNote>>> {
  const { scheme = null, code = null } = subject ?? {};
  const wanted = { ...pageOf('', page), scheme, code, kind: kind ?? null };
  const listed = await loaders.of(practiceNotesOfPage).load(wanted);
  return connection(listed, wanted, ({ note }) => ({
    cursor: practiceNoteCursor(note),
    node: note,
  }));
}

/** Answers what is asked of notes. */
@Resolver(() => PracticeNote)
export class PracticeNoteResolver {
  @Public()
  @Directive('@listSize(assumedSize: 3)')
  @FieldResolver(() => [Subject], { nullable: 'itemsAndList', description: 'Its themes (分類).' })
  subjects(@Root() { subjectKeys }: PracticeNote): Subject[] {
    return subjectKeys.map(({ scheme, code }) => ({ scheme, code }));
  }

  @Public()
  @Query(() => PracticeNote, { nullable: true, description: 'A note by its id (実践ノート).' })
  practiceNote(
    @Arg('id', () => ID, { description: 'Its id (識別子).' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<PracticeNote | null> {
    return loaders.of(practiceNoteById).load(id);
  }

  @Public()
  @Directive(paged)
  @Query(() => PracticeNoteConnection, {
    nullable: true,
    description: 'Notes, newest first (実践ノート一覧).',
  })
  practiceNotes(
    @Args(() => PracticeNoteArguments) asked: PracticeNoteArguments,
    @Ctx() context: Context,
  ): Promise<Connection<Edge<PracticeNote>>> {
    return notesOf(null, asked, context);
  }
}

/** Gives a subject the notes on it. */
@Resolver(() => Subject)
export class SubjectPracticeNoteResolver {
  @Public()
  @Directive(paged)
  @FieldResolver(() => PracticeNoteConnection, {
    nullable: true,
    description: 'Notes on it and all under it, newest first (実践ノート).',
  })
  practiceNotes(
    @Root() { scheme, code }: Subject,
    @Args(() => PracticeNoteArguments) asked: PracticeNoteArguments,
    @Ctx() context: Context,
  ): Promise<Connection<Edge<PracticeNote>>> {
    return notesOf({ scheme, code }, asked, context);
  }
}

/** What a reference to a note means. */
export const practiceNoteReference = (
  { id }: { id: string },
  { loaders }: Context,
): Promise<PracticeNote | null> => loaders.of(practiceNoteById).load(id);
