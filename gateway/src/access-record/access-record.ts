import { mkdirSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { reasonOf, type Log } from '../log.js';
import { Counter, Gauge, type Metric } from '../telemetry/metric.js';
import { textOfAccess, type AccessEntry } from './access-entry.js';
import { chained, type Head } from './chain.js';
import { DayFile } from './day-file.js';
import { resume } from './last-line.js';
import { headFile, readHead, recordFiles } from './record-files.js';
import { lockFolder } from './writer-lock.js';

/** Milliseconds until what was written is forced to the disk. */
const syncAfter = 500;

/** Where an access record is kept. */
export interface AccessRecordOptions {
  /** Made when it is not there; it holds a file for each day, and the checkpoint. */
  folder: string;
  log: Log;
  /** The clock; tests set it. */
  now?: () => Date;
}

interface Waiting {
  text: string;
  settle: (isWritten: boolean) => void;
}

/**
 * The record of every request for protected fields: lines of JSON, each with the hash of the one before it.
 * A line is written before its request is answered, and on the disk within a second.
 */
export class AccessRecord {
  readonly #options: AccessRecordOptions;
  readonly #file: DayFile;
  readonly #unlock: () => void;
  readonly #entries = new Counter(
    'hub_access_record_entries_total',
    'Requests for protected fields that were recorded.',
  );
  readonly #lost = new Counter(
    'hub_access_record_lost_total',
    'Requests for protected fields that could not be recorded.',
  );
  #waiting: Waiting[] = [];
  #writing: Promise<void> | undefined;
  #syncing: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #head: Head;
  /** Requests not recorded since the last line. */
  #gap = 0;
  #isWriting = true;

  private constructor(options: AccessRecordOptions, unlock: () => void) {
    this.#options = options;
    this.#unlock = unlock;
    this.#file = new DayFile(options.folder);
    this.#head = resume(recordFiles(options.folder));
  }

  /** Goes on with the record in a folder, or begins one. Rejects when the folder cannot be used. */
  static async open(options: AccessRecordOptions): Promise<AccessRecord> {
    mkdirSync(options.folder, { recursive: true, mode: 0o700 });
    const unlock = lockFolder(options.folder);
    try {
      const record = new AccessRecord(options, unlock);
      await record.#tellMissing();
      return record;
    } catch (error) {
      unlock();
      throw error;
    }
  }

  /** Notes a request; resolves to false, and never rejects, when that was not possible. */
  note(entry: AccessEntry): Promise<boolean> {
    return this.#put(textOfAccess(entry, this.#now()));
  }

  /** Notes that nobody knows whether what a request was to change was done; resolves to false when that was not possible. */
  noteUnknown(requestId: string): Promise<boolean> {
    const time = this.#now().toISOString();
    return this.#put(JSON.stringify({ kind: 'unknown-outcome', time, request: requestId }));
  }

  /** What an operator should be alarmed by. */
  get metrics(): readonly Metric[] {
    return [
      this.#entries,
      this.#lost,
      new Gauge(
        'hub_access_record_writing',
        'Whether the access record can be written: 1 yes, 0 no; at 0 protected fields are not answered.',
        {
          labels: [],
          now: () => [[[], this.#isWriting ? 1 : 0]],
        },
      ),
    ];
  }

  /** Writes what waits, forces it to the disk and lets go of the folder, also where the disk takes nothing any more. */
  async close(): Promise<void> {
    await this.#writing;
    clearTimeout(this.#timer);
    await this.#syncing;
    try {
      await this.#sync();
      await this.#file.close();
    } catch (error) {
      this.#failed(error, 0);
    } finally {
      this.#unlock();
    }
  }

  #now(): Date {
    return this.#options.now?.() ?? new Date();
  }

  #put(text: string): Promise<boolean> {
    return new Promise((settle) => {
      this.#waiting.push({ text, settle });
      this.#writing ??= this.#write();
    });
  }

  /** Writes whatever waits as one batch, and again while more has come meanwhile. */
  async #write(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      const isWritten = await this.#append(batch.map(({ text }) => text));
      for (const { settle } of batch) settle(isWritten);
    }
    // In the same breath as the last look: what comes after it has to begin a new round.
    this.#writing = undefined;
  }

  async #append(texts: readonly string[]): Promise<boolean> {
    const moment = this.#now();
    const contents = this.#gap > 0 ? [this.#gapText(moment), ...texts] : texts;
    let head = this.#head;
    let lines = '';
    for (const content of contents) {
      const next = chained(head, content);
      lines += `${next.line}\n`;
      head = next.head;
    }
    try {
      await this.#file.append(lines, moment);
    } catch (error) {
      this.#failed(error, texts.length);
      return false;
    }
    if (!this.#isWriting) this.#options.log.info({}, 'The access record can be written again.');
    this.#isWriting = true;
    this.#gap = 0;
    this.#head = head;
    this.#entries.add(texts.length);
    this.#syncSoon();
    return true;
  }

  #gapText(moment: Date): string {
    return JSON.stringify({ kind: 'gap', time: moment.toISOString(), lost: this.#gap });
  }

  #failed(error: unknown, lost: number): void {
    this.#gap += lost;
    this.#lost.add(lost);
    if (this.#isWriting) {
      this.#options.log.error(
        { reason: reasonOf(error) },
        'The access record cannot be written; make room on its disk.',
      );
    }
    this.#isWriting = false;
  }

  #syncSoon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#syncing = this.#sync().catch((error: unknown) => this.#failed(error, 0));
    }, syncAfter);
    this.#timer.unref();
  }

  /** Forces the lines to the disk, then says in the checkpoint how far they go. */
  async #sync(): Promise<void> {
    const head = this.#head;
    if (head.number === 0) return;
    await this.#file.sync();
    const file = headFile(this.#options.folder);
    await writeFile(
      `${file}.partial`,
      `${JSON.stringify({ ...head, time: this.#now().toISOString() })}\n`,
      { mode: 0o600, flush: true },
    );
    await rename(`${file}.partial`, file);
  }

  /** When the checkpoint knows lines that are no longer there, the record itself says so from now on. */
  async #tellMissing(): Promise<void> {
    const known = readHead(this.#options.folder);
    if (!known || known.number <= this.#head.number) return;
    const { folder, log } = this.#options;
    const missing = { after: this.#head.number, until: known.number };
    log.error({ folder, ...missing }, 'Lines of the access record are missing.');
    await this.#put(
      JSON.stringify({ kind: 'missing', time: this.#now().toISOString(), ...missing }),
    );
  }
}
