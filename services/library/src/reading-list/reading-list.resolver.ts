import { Public } from '@manabi/kit/column';
import type { Context } from '@manabi/kit/context';
import type { Problem } from '@manabi/kit/problem';
import { refusedInput } from '@manabi/kit/refused-input';
import { Args, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';

import { LibraryBranch } from '../branch/branch.entity.js';
import { branchById } from '../branch/branch.loader.js';
import { Course } from '../course/course.stub.js';
import { borrowable } from '../holding/holding.rules.js';
import { asksLive, copiesNow } from '../live-shelf/live-shelf.loader.js';
import { Title } from '../title/title.entity.js';
import { titleByBibId } from '../title/title.loader.js';
import { ReadingListEntry } from './reading-list.entity.js';
import { ReadingListArguments } from './reading-list.input.js';
import { readingList } from './reading-list.loader.js';
import type { ReadingRow } from './reading-list.repository.js';
import { shelfFirst } from './reading-list.rules.js';

/** Titles on one list at most. */
const longest = 20;

/** Gives a course its reading list. */
@Resolver(() => Course)
export class CourseReadingListResolver {
  @Public()
  @Directive(
    '@requires(fields: "subjects { scheme code } venue { code point { latitude longitude } }")',
  )
  @Directive('@cost(weight: 5)')
  @Directive(
    '@listSize(assumedSize: 5, slicingArguments: ["first"], requireOneSlicingArgument: false)',
  )
  @FieldResolver(() => [ReadingListEntry], {
    nullable: true,
    description:
      'Titles that go with it: nearest subject first, then those on the shelf at the branch nearest to the venue (関連図書).',
  })
  async readingList(
    @Root() { subjects, venue }: Course,
    @Args(() => ReadingListArguments) { first, onShelf, formats }: ReadingListArguments,
    @Ctx() context: Context,
  ): Promise<ReadingListEntry[]> {
    if (first < 1 || first > longest) throw tooLong(first);
    const ndcs = (subjects ?? []).flatMap((subject) =>
      subject?.scheme === 'NDC' ? [subject.code] : [],
    );
    if (ndcs.length === 0) return [];
    const { latitude = null, longitude = null } = venue?.point ?? {};
    const wish = { ndcs, latitude, longitude, size: first, formats: formats ?? null };
    const { loaders } = context;
    if (!asksLive()) {
      const rows = await loaders.of(readingList).load({ ...wish, onShelf: onShelf ?? false });
      return rows.map((row) => Object.assign(row, { availableThere: borrowable(row) }));
    }
    const size = onShelf ? longest * 3 : first;
    const rows = await loaders.of(readingList).load({ ...wish, size, onShelf: false });
    const entries = await Promise.all(rows.map((row) => entryNow(row, context)));
    return shelfFirst(entries, onShelf ?? false).slice(0, first);
  }
}

/** Gives an entry its title and its branch. */
@Resolver(() => ReadingListEntry)
export class ReadingListEntryResolver {
  @Public()
  @FieldResolver(() => Title, { nullable: true, description: 'The title (書誌).' })
  title(@Root() { bibId }: ReadingListEntry, @Ctx() { loaders }: Context): Promise<Title | null> {
    return loaders.of(titleByBibId).load(bibId);
  }

  @Public()
  @FieldResolver(() => LibraryBranch, {
    nullable: true,
    description:
      'The branch nearest to the venue; null where the place of the venue is not known (最寄り館).',
  })
  branch(
    @Root() { branchId }: ReadingListEntry,
    @Ctx() { loaders }: Context,
  ): Promise<LibraryBranch | null> | null {
    return branchId === null ? null : loaders.of(branchById).load(branchId);
  }
}

/** An entry with its copies as the library's own system says now. */
async function entryNow(row: ReadingRow, context: Context): Promise<ReadingListEntry> {
  const { loaders } = context;
  const [title, branch] = await Promise.all([
    loaders.of(titleByBibId).load(row.bibId),
    row.branchId === null ? null : loaders.of(branchById).load(row.branchId),
  ]);
  const place = { isbn: title?.isbn, branch: branch?.facilityCode ?? null };
  const { answer, ...copies } = await copiesNow(context, place, row);
  return Object.assign(row, copies, { availableThere: answer });
}

const tooLong = (first: number): Problem =>
  refusedInput(
    `"first" was ${first}; a reading list holds 1 to ${longest} titles. Ask for fewer.`,
    { argument: 'first', reason: 'VALUE_OUT_OF_RANGE', least: 1, most: longest },
  );

/** What a reference to a course means: the course itself with what was required, to which a list is added. */
export const courseReference = (course: Course): Course => course;
