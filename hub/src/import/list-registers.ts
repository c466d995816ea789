import { isListRecord } from '@manabi/kit/import/list/lists';
import type { RowOutcome } from '@manabi/kit/import/outcome';
import { japanDay } from '@manabi/kit/japan-time';
import { fold } from '@manabi/kit/text/fold';
import type { EntityManager } from '@mikro-orm/postgresql';

import { RegisterNames } from './register-names.js';

/** Records that rows of lists name: each with the database and the SQL that gives its id, its number in its list and its name. */
const tables = {
  group: ['center', `select id, source_key, name ->> 'ja' as name from learning_group`],
  property: [
    'center',
    `select code as id, source_key, name ->> 'ja' as name from cultural_property`,
  ],
  grant: ['plan', `select id, source_key, title ->> 'ja' as name from grant_award`],
  meeting: ['plan', `select id, source_key, title ->> 'ja' as name from plan_meeting`],
} as const;

type Listed = keyof typeof tables;

interface Event {
  readonly id: string;
  readonly name: string;
  readonly day: string;
}

/** What the words of lists mean: the registers of the centre, records that other lists gave, and what is offered. */
export class ListRegisters {
  #events: readonly Event[] = [];

  private constructor(
    readonly names: RegisterNames,
    private readonly center: EntityManager,
    private readonly ids: ReadonlyMap<string, string>,
  ) {}

  /** Reads them; events are looked up as rows come. */
  static async open(places: { em(service: string): EntityManager }): Promise<ListRegisters> {
    const ids = new Map<string, string>();
    for (const [of, [service, sql]] of Object.entries(tables)) {
      const rows = await places
        .em(service)
        .execute<{ id: string; source_key: string | null; name: string }[]>(
          `${sql} where withdrawn_at is null`,
        );
      for (const { id, source_key: key, name } of rows)
        for (const word of [name, key?.slice(key.indexOf('#') + 1), id])
          if (word) ids.set(wordKey(of, word), id);
    }
    const measures = await places
      .em('plan')
      .execute<{ code: string }[]>(`select code from measure where level = 'MEASURE'`);
    for (const { code } of measures) ids.set(wordKey('measure', code), code);
    const center = places.em('center');
    return new ListRegisters(await RegisterNames.open(center), center, ids);
  }

  /** The id of a record by its number in its list, its name or its id. */
  idOf(of: Listed | 'measure', word: string | undefined): string | null {
    return (word && this.ids.get(wordKey(of, word))) || null;
  }

  /** Looks up the events that the rows name which come next: one query for all of them. */
  async look(outcomes: readonly RowOutcome[]): Promise<void> {
    const named = outcomes.flatMap(({ record }) =>
      record && isListRecord(record) && 'event' in record ? record.event : [],
    );
    if (named.length === 0) return;
    const rows = await this.center.execute<
      { id: string; name: string; starts_at: string | null }[]
    >(
      `select id, data -> 'title' ->> 'ja' as name, data ->> 'startsAt' as starts_at
       from opportunity_entry
       where not withdrawn and (id = any(array[?]::text[]) or data -> 'title' ->> 'ja' = any(array[?]::text[]))`,
      [named, named],
    );
    this.#events = rows.map(({ id, name, starts_at: start }) => ({
      id,
      name,
      day: start === null ? '' : japanDay(new Date(start)),
    }));
  }

  /** The one event of this name or id that begins on this day; without a day the only one of its name. */
  eventOf(word: string, day: string | undefined): string | null {
    const found = this.#events.filter(
      (event) => event.id === word || (event.name === word && (!day || event.day === day)),
    );
    return found.length === 1 ? (found[0]?.id ?? null) : null;
  }
}

const wordKey = (of: string, word: string): string => `${of}\n${fold(word)}`;
