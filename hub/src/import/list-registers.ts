import { isListRecord } from '@manabi/kit/import/list/lists';
import type { RowOutcome } from '@manabi/kit/import/outcome';
import { japanDay } from '@manabi/kit/japan-time';
import type { EntityManager } from '@mikro-orm/postgresql';

import type { NamedEntries } from './named-entries.js';
import { RegisterNames } from './register-names.js';
import { type RegisterName, openRegister } from './registers.js';

/** Records that rows of lists name, and the service that keeps them. */
const keepers = {
  group: 'center',
  property: 'center',
  grant: 'plan',
  meeting: 'plan',
  measure: 'plan',
} as const satisfies { [Name in RegisterName]?: string };

type Listed = keyof typeof keepers;

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
    private readonly records: ReadonlyMap<string, NamedEntries>,
  ) {}

  /** Reads them; events are looked up as rows come. */
  static async open(places: { em(service: string): EntityManager }): Promise<ListRegisters> {
    const records = new Map<string, NamedEntries>();
    for (const [name, service] of Object.entries(keepers))
      // The entries of the table have its keys.
      records.set(name, await openRegister(places.em(service), name as Listed));
    const center = places.em('center');
    return new ListRegisters(await RegisterNames.open(center), center, records);
  }

  /** The id of a record by its number in its list, its name or its id. */
  idOf(of: Listed, word: string | undefined): string | null {
    return this.records.get(of)?.idOf(word) ?? null;
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
