import type { Loaders } from '@manabi/kit/batch';

import type { CalendarLine } from './calendar.entity.js';
import { lotteryById, offerById } from './calendar.loader.js';
import { lineOfLottery, lineOfOffer } from './calendar.rules.js';
import type { CalendarPlace } from './calendar.search.js';

/** The moments with their words; the index keeps the words of every moment that it keeps. */
export async function linesOf(
  loaders: Loaders,
  places: readonly CalendarPlace[],
): Promise<CalendarLine[]> {
  const lines = await Promise.all(
    places.map(async (place) => {
      if (place.isLottery) {
        const lottery = await loaders.of(lotteryById).load(place.id);
        return lottery && lineOfLottery(place, lottery);
      }
      const offer = await loaders.of(offerById).load(place.id);
      return offer && lineOfOffer(place, offer);
    }),
  );
  return lines.filter((line) => line !== null);
}
