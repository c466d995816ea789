/** Asks the database of a service one statement, with a text for each `?`. */
export type Execute = (sql: string, given: readonly string[]) => Promise<readonly object[]>;

/** SQL for what the processes of a service accepted in the last minutes. Not a part of its data: nobody is told when it changes, and it may be lost. */
export const signatureTables: readonly string[] = [
  `create schema signed`,
  `create unlogged table signed.seen (digest text primary key, second bigint not null)`,
  `create index seen_second on signed.seen (second)`,
];

/** One signature that waits to be noted. */
interface Waiting {
  readonly digest: string;
  readonly second: number;
  readonly told: (isFirst: boolean) => void;
}

/** Signatures noted by one statement at most. */
const atOnce = 500;

/** Seconds after which nobody accepts a signature any more, whatever its window, and between two looks for such. */
const good = 130;
const tidying = 60;

const note = `insert into signed.seen (digest, second)
  select split_part(each, ' ', 1), split_part(each, ' ', 2)::bigint
  from unnest(string_to_array(?, ',')) as each
  on conflict do nothing returning digest`;

const forget = `delete from signed.seen where second < ?::bigint`;

/**
 * What all processes of a service accepted, in their database: a signature counts once, whichever of them it is sent
 * to, and also after one of them has started again. What comes while a statement is under way goes with the next, so
 * that many requests cost few statements.
 */
export class SharedSignatures {
  readonly #execute: Execute;
  readonly #onFailure: (error: unknown) => void;
  #waiting: Waiting[] = [];
  #isNoting = false;
  #tidiedAt = Math.floor(Date.now() / 1000);

  /** `onFailure` is told why the database could not be asked; then every process knows its own signatures only. */
  constructor(execute: Execute, onFailure: (error: unknown) => void) {
    this.#execute = execute;
    this.#onFailure = onFailure;
  }

  /** Notes a signature made in a second; false when it was there before. Never rejects. */
  note(digest: string, second: number): Promise<boolean> {
    return new Promise((told) => {
      this.#waiting.push({ digest, second, told });
      if (!this.#isNoting) void this.#noteAll();
    });
  }

  async #noteAll(): Promise<void> {
    this.#isNoting = true;
    while (this.#waiting.length > 0) await this.#noteSome(this.#waiting.splice(0, atOnce));
    this.#isNoting = false;
  }

  async #noteSome(some: readonly Waiting[]): Promise<void> {
    try {
      const given = some.map(({ digest, second }) => `${digest} ${second}`).join();
      const rows = await this.#execute(note, [given]);
      // What the statement gives back is what it put there.
      const fresh = new Set((rows as readonly { digest: string }[]).map(({ digest }) => digest));
      for (const { digest, told } of some) told(fresh.has(digest));
      await this.#forgetOld();
    } catch (error) {
      this.#onFailure(error);
      for (const { told } of some) told(true);
    }
  }

  async #forgetOld(): Promise<void> {
    const now = Math.floor(Date.now() / 1000);
    if (Math.abs(now - this.#tidiedAt) < tidying) return;
    this.#tidiedAt = now;
    await this.#execute(forget, [String(now - good)]);
  }
}
