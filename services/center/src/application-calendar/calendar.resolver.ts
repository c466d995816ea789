import { Public } from '@manabi/kit/column';
import { type Connection, type Edge, connection } from '@manabi/kit/connection/connection';
import { connectionType, paged } from '@manabi/kit/connection/connection-type';
import { PageArguments, pageSize } from '@manabi/kit/connection/page-arguments';
import type { Context } from '@manabi/kit/context';
import { refusedSpan } from '@manabi/kit/refused-input';
import { TimeSpan } from '@manabi/kit/value/time-span';
import { Arg, Args, Ctx, Directive, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';

import { indexedSources } from '../opportunity/index-source.rules.js';
import { Reading } from '../opportunity/opportunity.entity.js';
import { readingsOf } from '../opportunity/opportunity.repository.js';
import { ApplicationCalendar, CalendarGroup, CalendarLine } from './calendar.entity.js';
import { badCalendar } from './calendar.errors.js';
import { CalendarFilter } from './calendar.input.js';
import { linesOf } from './calendar-words.search.js';
import { calendarGroups } from './calendar-group.search.js';
import { calendarLines, lineCursor } from './calendar.search.js';

const CalendarLineConnection = connectionType('CalendarLine', CalendarLine, '申込カレンダー');

/** Days of which one calendar tells at most. */
const longest = 366;

/** Values that one list of the filter holds at most. */
const mostValues = 200;

/** Answers what opens and closes, grouped or one by one. */
@Resolver(() => ApplicationCalendar)
export class CalendarResolver {
  @Public()
  @Directive('@cost(weight: 10)')
  @Query(() => ApplicationCalendar, {
    nullable: true,
    description:
      'All whose application opens or closes in a time, with the lotteries for rooms and courts; what was cancelled is left out (申込カレンダー).',
  })
  applicationCalendar(
    @Arg('in', () => TimeSpan, {
      description: 'The time, its end not included, at most 366 days (期間).',
    })
    { from, to }: TimeSpan,
    @Arg('filter', () => CalendarFilter, {
      nullable: true,
      description: 'Which part of it (絞り込み).',
    })
    filter: CalendarFilter | null | undefined,
  ): ApplicationCalendar {
    const days = (to.getTime() - from.getTime()) / 86_400_000;
    if (days < 0 || days > longest)
      throw badCalendar(
        refusedSpan('in', days, longest),
        `put the earlier moment in "from", at most ${longest} days before "to"`,
      );
    for (const [argument, list] of Object.entries<unknown[] | null>(Object(filter)))
      if ((list?.length ?? 0) > mostValues)
        throw badCalendar(
          { argument, reason: 'ENTRIES_OUT_OF_RANGE', most: mostValues },
          `a list holds at most ${mostValues}`,
        );
    return { asked: Object.assign({}, filter, { from, to }) };
  }

  @Public()
  @Directive('@listSize(assumedSize: 100)')
  @FieldResolver(() => [CalendarGroup], {
    nullable: true,
    description:
      'By area and time of life, in the order of both; what is meant for several counts in each (地域・ライフステージ別).',
  })
  async groups(
    @Root() { asked }: ApplicationCalendar,
    @Arg('linesEach', () => Int, {
      defaultValue: 5,
      description: 'How many of the first are told of each, 0 to 20 (各グループの件数).',
    })
    linesEach: number,
    @Ctx() context: Context,
  ): Promise<CalendarGroup[]> {
    if (linesEach < 0 || linesEach > 20)
      throw badCalendar(
        { argument: 'linesEach', reason: 'VALUE_OUT_OF_RANGE', least: 0, most: 20 },
        'it goes from 0 to 20',
      );
    const groups = await calendarGroups(context.em, asked, linesEach);
    return Promise.all(
      groups.map(async (group) => {
        const told = await linesOf(context.loaders, group.lines);
        return Object.assign(group, { lines: told });
      }),
    );
  }

  @Public()
  @Directive(paged)
  @FieldResolver(() => CalendarLineConnection, {
    nullable: true,
    description: 'One by one, first first (日時順の一覧).',
  })
  async lines(
    @Root() { asked }: ApplicationCalendar,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() context: Context,
  ): Promise<Connection<Edge<CalendarLine>>> {
    const size = pageSize(page);
    const after = page.after ?? null;
    const places = await calendarLines(context.em, asked, { limit: size + 1, after });
    const lines = await linesOf(context.loaders, places);
    const pairs = places.flatMap((place, at) => {
      const node = lines[at];
      return node ? [{ cursor: lineCursor(place), node }] : [];
    });
    return connection(pairs, { size, after }, (pair) => pair);
  }

  @Public()
  @Directive('@listSize(assumedSize: 5)')
  @FieldResolver(() => [Reading], {
    nullable: true,
    description: 'How far the index has read each department (取込状況).',
  })
  readings(@Ctx() { em }: Context): Promise<Reading[]> {
    return readingsOf(em, indexedSources);
  }
}
