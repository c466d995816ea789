import { type LoaderOf, one } from '@manabi/kit/batch';
import type { Context } from '@manabi/kit/context';

import {
  type LiveShelf,
  type ShelfKey,
  isAskedLive,
  liveShelves,
} from './live-shelf.repository.js';
import { type RecordedCopies, type ToldCopies, asLive, asRecorded } from './live-shelf.rules.js';

const liveShelf: LoaderOf<ShelfKey, LiveShelf | null> = (_, waited) =>
  one(
    async (keys) => (await liveShelves(process.env)?.now(keys, waited)) ?? [],
    ({ isbn, branch }) => ({ isbn, branch }),
  );

/** Whether copies are asked of the library's own system. */
export const asksLive = (): boolean => isAskedLive(process.env);

/**
 * The copies of a title in a building, or anywhere where `branch` is null: as the library's own system says now where
 * there is one, else as they were recorded. What is said now is kept by nobody behind this service.
 */
export async function copiesNow(
  { loaders, told }: Pick<Context, 'loaders' | 'told'>,
  { isbn, branch }: { isbn: string | null | undefined; branch: string | null },
  recorded: RecordedCopies,
): Promise<ToldCopies> {
  // A system is asked by ISBN: of what has none it cannot be asked.
  if (!asksLive() || isbn == null) return asRecorded(recorded);
  told.isLive = true;
  return asLive(recorded, await loaders.of(liveShelf).load({ isbn, branch }));
}
