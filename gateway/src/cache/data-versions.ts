/** Tells in one word where a subgraph's data stands: after any change it is another word. */
export type HeadSource = () => Promise<string>;

/** How closely subgraphs are watched; milliseconds. */
export interface Watchfulness {
  /** Between two looks at one head. */
  every: number;
  /** After a look that went well, for which its word is taken; then nothing is known until the next does. */
  trusted: number;
}

const usual: Watchfulness = { every: 1_000, trusted: 2_000 };

/**
 * Knows of each subgraph whether its data are still those of a moment ago. It looks at their heads each
 * second and when it is told of a change; of one that is silent, or whose head nobody tells, it knows nothing.
 */
export class DataVersions {
  readonly #how: Watchfulness;
  readonly #watches: Map<string, Watch>;

  constructor(heads: ReadonlyMap<string, HeadSource>, watchfulness: Partial<Watchfulness> = {}) {
    this.#how = { ...usual, ...watchfulness };
    this.#watches = new Map(
      [...heads].map(([service, head]) => [service, new Watch(head, this.#how, 0)]),
    );
  }

  /** Begins to look. */
  watch(): void {
    for (const watch of this.#watches.values()) watch.begin();
  }

  /** A number that is another one after any change; undefined while nobody knows. */
  of(service: string): number | undefined {
    return this.#watches.get(service)?.version;
  }

  /** Takes note that a subgraph's data have changed, or may have. */
  changed(service: string): void {
    this.#watches.get(service)?.changed();
  }

  /**
   * From now on looks there for the head of a subgraph that is new or has moved; nothing is known of it until it has,
   * and of one without a head nothing at all. What was known where it stood before holds no more.
   */
  moved(service: string, head: HeadSource | undefined): void {
    const before = this.#watches.get(service);
    before?.close();
    this.#watches.delete(service);
    if (!head) return;
    const watch = new Watch(head, this.#how, (before?.latest ?? 0) + 1);
    this.#watches.set(service, watch);
    watch.begin();
  }

  /** Looks no more; from then on nothing is known. */
  close(): void {
    for (const watch of this.#watches.values()) watch.close();
  }
}

/** Milliseconds after a change until its head is looked at, so that a rush of changes costs a few looks. */
const soon = 50;

class Watch {
  #version: number;
  #head: string | undefined;
  /** When the last look that went well began; milliseconds since the process began. */
  #seenAt = Number.NEGATIVE_INFINITY;
  /** Number of the look at hand: one that was given up counts no more. */
  #look = 0;
  #timer: NodeJS.Timeout | undefined;
  #isLooking = false;
  #isClosed = false;

  constructor(
    private readonly read: HeadSource,
    private readonly how: Watchfulness,
    firstVersion: number,
  ) {
    this.#version = firstVersion;
  }

  /** The last version, whether it is still one. */
  get latest(): number {
    return this.#version;
  }

  begin(): void {
    this.#lookNow();
  }

  get version(): number | undefined {
    return performance.now() - this.#seenAt <= this.how.trusted ? this.#version : undefined;
  }

  changed(): void {
    this.#version += 1;
    if (!this.#isLooking && this.#look > 0) this.#lookIn(soon);
  }

  close(): void {
    this.#isClosed = true;
    this.#seenAt = Number.NEGATIVE_INFINITY;
    clearTimeout(this.#timer);
  }

  #lookIn(milliseconds: number): void {
    clearTimeout(this.#timer);
    if (!this.#isClosed) this.#timer = setTimeout(() => this.#lookNow(), milliseconds).unref();
  }

  #lookNow(): void {
    this.#look += 1;
    this.#isLooking = true;
    const look = this.#look;
    const before = this.#version;
    const began = performance.now();
    // A look that hangs is given up when the next is due.
    this.#lookIn(this.how.every);
    // A source that throws at once is as silent as one that rejects.
    Promise.resolve()
      .then(this.read)
      .then(
        (head) => this.#seen(head, { look, began, before }),
        () => this.#over(look),
      );
  }

  #seen(head: string, at: { look: number; began: number; before: number }): void {
    if (!this.#over(at.look)) return;
    // Told of a change meanwhile, it cannot know which side of it this head is on.
    if (this.#version !== at.before) this.#lookIn(soon);
    if (head !== this.#head) this.#version += 1;
    this.#head = head;
    this.#seenAt = at.began;
  }

  #over(look: number): boolean {
    if (this.#isClosed || look !== this.#look) return false;
    this.#isLooking = false;
    return true;
  }
}
