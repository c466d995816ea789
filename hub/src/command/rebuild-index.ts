import { rebuildIndex } from '@manabi/center/opportunity/index-rebuild.feed';
import { parseCursor, readFeed } from '@manabi/kit/feed/feed.page';

import { departments } from '../city/departments.js';
import { type Command, CommandFault } from './command.js';
import { withPlaces } from './with-places.js';

/** Makes the index anew from what the departments tell. */
export const rebuildIndexCommand: Command = {
  usage: 'rebuild-index',
  summary:
    'Makes the search index anew from the departments\u2019 feeds; searches go on meanwhile.',
  run: async (words) => {
    if (words.length > 0) throw new CommandFault('"rebuild-index" takes no more words.');
    const { opportunities } = await withPlaces((places) => {
      const feeds = departments.map(({ name, published }) => [
        name,
        (cursor: string | undefined) =>
          readFeed(places.em(name), published, { after: parseCursor(cursor) }),
      ]);
      return rebuildIndex(places.em('center'), Object.fromEntries(feeds));
    });
    process.stdout.write(`The index holds ${opportunities} opportunities.\n`);
    return 0;
  },
};
