import type { Loaders } from '@manabi/kit/batch';
import type { TimeSpan } from '@manabi/kit/value/time-span';
import type { EntityManager } from '@mikro-orm/postgresql';

import { CalendarEvent } from '../application-calendar/calendar-event.entity.js';
import { linesOf } from '../application-calendar/calendar-words.search.js';
import { type CalendarPlace, calendarLines } from '../application-calendar/calendar.search.js';
import { LifeStage } from '../application-calendar/life-stage.rules.js';
import { facilityByCode } from '../facility/facility.loader.js';
import type { Printable } from './newsletter.rules.js';

/** Moments that are looked at for one time of life. */
const most = 400;

const printed = [CalendarEvent.OPENS, CalendarEvent.CLOSES, CalendarEvent.DRAW];

/**
 * What an issue may print of a time, in the order of the calendar: each moment once, under the first time of life for
 * which it is meant, and the rooms of one lottery together. One question for each time of life.
 */
export async function printableLines(
  { em, loaders }: { readonly em: EntityManager; readonly loaders: Loaders },
  { from, to }: TimeSpan,
): Promise<Printable[]> {
  const seen = new Set<string>();
  const places: { stage: LifeStage; place: CalendarPlace }[] = [];
  for (const stage of Object.values(LifeStage)) {
    const asked = { from, to, lifeStages: [stage], events: printed };
    for (const place of await calendarLines(em, asked, { limit: most, after: null })) {
      const key = `${place.event} ${place.id}`;
      if (!seen.has(key)) places.push({ stage, place });
      seen.add(key);
    }
  }
  const words = await linesOf(
    loaders,
    places.map(({ place }) => place),
  );
  const stages = new Map(places.map(({ place, stage }) => [`${place.event} ${place.id}`, stage]));
  const lines = await Promise.all(
    words.map(async (line): Promise<Printable> => {
      const id = line.lotteryId ?? line.opportunityKey?.id ?? '';
      const house = line.venueCode ? await loaders.of(facilityByCode).load(line.venueCode) : null;
      const stage = stages.get(`${line.event} ${id}`) ?? LifeStage.EVERYONE;
      return { line, stage, house: house?.name.ja ?? null };
    }),
  );
  return [...Map.groupBy(lines, togetherBy).values()].map(together);
}

/** Rooms that one department lets by lot at the same moment are told together; all else by itself. */
function togetherBy({ line }: Printable): unknown {
  if (!line.lotteryId) return line;
  return `${line.event} ${line.at.toISOString()} ${line.provenance.department}`;
}

function together(lines: readonly Printable[]): Printable {
  const [first, ...others] = lines;
  if (!first) throw new Error('A group has at least one line.');
  if (others.length === 0) return first;
  const { title } = first.line;
  const ja = `${first.house ?? ''}${first.line.roomName}ほか${others.length}室の利用抽選`;
  const line = Object.assign({}, first.line, { title: Object.assign({}, title, { ja }) });
  return { line, stage: first.stage, house: null };
}
