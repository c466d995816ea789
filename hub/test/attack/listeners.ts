import { paths } from '../../src/city/front-door.js';
import type { TestCity } from '../open-test-city.js';

/** A change of one kind that anybody may see: in which database, and by which statement. */
type Seen = readonly [service: string, statement: string];

const moved = (table: string): string =>
  `update ${table} set url = 'https://example.org/' || gen_random_uuid() where id = (select min(id) from ${table})`;

const handedOver = (table: string): string =>
  `update ${table} set state = case state when 'HELD' then 'BOOKED' else 'HELD' end
   where id = (select min(id) from ${table} where state in ('HELD', 'BOOKED'))`;

/** For every subscription of the public graph, what makes it tell something. */
const seenBy: Readonly<Record<string, Seen>> = {
  careProgramChanged: ['welfare', moved('care_program')],
  courseChanged: ['kominkan', moved('course')],
  courtSlotChanged: ['sports', handedOver('court_hold')],
  libraryProgramChanged: ['library', moved('library_program')],
  slotChanged: ['kominkan', handedOver('slot_hold')],
  sportsClassChanged: ['sports', moved('sports_class')],
};

/** Milliseconds within which a change must be told. */
const patience = 10_000;

/** Who subscribed to everything at the public address of a city, in nobody's name, and keeps all that comes. */
export class Listeners {
  readonly #leaving = new AbortController();
  readonly #streams = new Map<string, Stream>();

  private constructor(private readonly city: TestCity) {}

  /** Subscribes to these fields of `Subscription`. Throws where it is not known how to make one of them tell something. */
  static async open(city: TestCity, fields: readonly string[]): Promise<Listeners> {
    const listeners = new Listeners(city);
    for (const field of fields) {
      if (!seenBy[field])
        throw new Error(`Say in listeners.ts what makes ${field} tell something.`);
      listeners.#streams.set(field, await openStream(city, field, listeners.#leaving.signal));
    }
    return listeners;
  }

  /** Makes every stream tell something that anybody may see, and settles when each did. */
  async everySeen(): Promise<void> {
    for (const [field, stream] of this.#streams) {
      const before = stream.ids.length;
      // Every field that is subscribed to stands there, see `open`.
      const [service, statement] = seenBy[field] as Seen;
      await this.city.sql(service, statement);
      await stream.until(() => stream.ids.length > before, patience);
    }
  }

  /** How many events each stream told. */
  events(): Record<string, number> {
    return Object.fromEntries([...this.#streams].map(([field, { ids }]) => [field, ids.length]));
  }

  /**
   * By how much the number in the id of each stream's events grew from its first to its last, and by how much it grows
   * where nothing happens but what was made to be seen between them.
   */
  growth(): { readonly field: string; readonly grew: number; readonly made: number }[] {
    return [...this.#streams].map(([field, { ids }]) => ({
      field,
      grew: numberIn(ids.at(-1)) - numberIn(ids[0]),
      made: [...this.#streams.keys()].filter((each) => seenBy[each]?.[0] === seenBy[field]?.[0])
        .length,
    }));
  }

  leave(): void {
    this.#leaving.abort();
  }
}

/** What came on one stream. */
class Stream {
  readonly ids: string[] = [];
  #rest = '';
  #heard: () => void = () => {};

  take(text: string): void {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) {
      const [, cursor] = /^data: .*"cursor":"([^"]+)"/.exec(line) ?? [];
      if (cursor) this.ids.push(cursor);
    }
    this.#heard();
  }

  async until(isSo: () => boolean, time: number): Promise<void> {
    const end = Date.now() + time;
    while (!isSo()) {
      if (Date.now() > end) throw new Error('What anybody may see was not told.');
      await new Promise<void>((heard) => {
        this.#heard = heard;
        setTimeout(heard, 100);
      });
    }
  }
}

async function openStream(city: TestCity, field: string, signal: AbortSignal): Promise<Stream> {
  const response = await fetch(city.door.url + paths.public, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ query: `subscription { ${field} { id state changedAt } }` }),
    signal,
  });
  if (!response.ok || !response.body) throw new Error(`${field}: ${response.status}`);
  const stream = new Stream();
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  const read = async (): Promise<void> => {
    for (let next = await reader.read(); !next.done; next = await reader.read())
      stream.take(next.value);
  };
  // It ends when whoever listens leaves.
  read().catch(() => undefined);
  return stream;
}

/** The number at the end of what an id hides from nobody: subgraph, life of the numbering, number. */
function numberIn(id: string | undefined): number {
  const text = Buffer.from(id ?? '', 'base64url').toString('utf8');
  return Number(/\.(\d+)$/.exec(text)?.[1] ?? Number.NaN);
}
