import type { SubgraphEvent, SubgraphSubscription, Transport } from '../transport/transport.js';
import { SharedEvents } from './shared-events.js';

/** The ways to the subgraphs that tell events. */
export interface EventWays {
  transport(service: string): Transport | undefined;
  /** See `Transport.subscribe`; throws SubgraphSilent when there is no way to the subgraph. */
  subscribe(service: string, asked: SubgraphSubscription): AsyncIterable<SubgraphEvent>;
}

/** Told of each subscription at a subgraph, for whoever counts them. */
export interface UpstreamTold {
  upstreamOpened(): void;
  upstreamClosed(): void;
}

type Shelf = Map<string, SharedEvents>;

/**
 * Gives streams the events of subgraphs. Equal ones, which ask the same with the same variables in the name of the same
 * caller, read one subscription together; who falls behind reads alone until they have caught up.
 */
export class EventSources {
  readonly #ways: EventWays;
  readonly #told: UpstreamTold;
  /** By way, since another supergraph may lead to another server. */
  readonly #shelves = new WeakMap<object, Shelf>();

  constructor(ways: EventWays, told: UpstreamTold) {
    this.#ways = ways;
    this.#told = told;
  }

  /** What a subgraph tells from a cursor on; ends and throws as `Transport.subscribe` does. */
  async *events(service: string, asked: SubgraphSubscription): AsyncGenerator<SubgraphEvent, void> {
    const key = JSON.stringify([service, asked.text, asked.variablesText, asked.caller]);
    let { after } = asked;
    while (!asked.signal.aborted) {
      const shelf = this.#shelfOf(service);
      const from = { ...asked, after };
      const shared = living(shelf.get(key)) ?? this.#begun(shelf, key, { service, asked: from });
      const events = shared.covers(after)
        ? shared.read(after, asked.signal)
        : this.#alone(service, from, (cursor) => living(shelf.get(key))?.covers(cursor) === true);
      const readTo = yield* events;
      if (readTo === undefined) return;
      after = readTo;
    }
  }

  /** Reads a subscription of its own; ends with the cursor to go on from once a shared one can be read instead. */
  async *#alone(
    service: string,
    asked: SubgraphSubscription,
    isShared: (cursor: string) => boolean,
  ): AsyncGenerator<SubgraphEvent, string | undefined> {
    for await (const event of this.#counted(service, asked)) {
      yield event;
      if (isShared(event.cursor)) return event.cursor;
    }
    return undefined;
  }

  #begun(
    shelf: Shelf,
    key: string,
    { service, asked }: { service: string; asked: SubgraphSubscription },
  ): SharedEvents {
    const shared = new SharedEvents(
      asked.after,
      (signal) => this.#counted(service, { ...asked, signal }),
      () => {
        if (shelf.get(key) === shared) shelf.delete(key);
      },
    );
    shelf.set(key, shared);
    return shared;
  }

  async *#counted(
    service: string,
    asked: SubgraphSubscription,
  ): AsyncGenerator<SubgraphEvent, void> {
    const events = this.#ways.subscribe(service, asked);
    this.#told.upstreamOpened();
    try {
      yield* events;
    } finally {
      this.#told.upstreamClosed();
    }
  }

  #shelfOf(service: string): Shelf {
    const way = this.#ways.transport(service) ?? this;
    let shelf = this.#shelves.get(way);
    if (!shelf) this.#shelves.set(way, (shelf = new Map<string, SharedEvents>()));
    return shelf;
  }
}

function living(shared: SharedEvents | undefined): SharedEvents | undefined {
  return shared?.isOver ? undefined : shared;
}
