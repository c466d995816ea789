import { mkdirSync } from 'node:fs';
import type { Fields } from '../execute/fields.js';
import type { Caller } from '../identity/caller.js';
import { reasonOf, type Log } from '../log.js';
import type { CompiledOperation } from '../operation/compiled-operation.js';
import type { GraphAnswer } from '../pipeline/graph-answer.js';
import type { KnownDocument } from '../supergraph/generation.js';
import { keepFile } from '../supergraph/keep-file.js';
import { digestOf } from '../trusted/trusted-documents.js';
import { CountedUse } from './counted-use.js';
import { documentShape } from './document-shape.js';
import { FieldReading } from './field-reading.js';
import { readUsage, usageFile, type Usage, type UsedDocument } from './usage-file.js';

/** Where the use of a graph is written down. */
export interface UsageRecordOptions {
  /** Made when it is not there; for this process alone. */
  readonly folder: string;
  readonly log: Log;
  /** Milliseconds until counts are written, 10 seconds unless said; what is new is written after a tenth of that. */
  readonly writeAfter?: number;
  /** Fields of all operations at most, ten thousand unless said; beyond them goes what was not asked for longest. */
  readonly fieldsAtMost?: number;
  /** The clock, in milliseconds since 1970; tests set it. */
  readonly now?: () => number;
}

/** A request as its use is counted. */
export interface UsedOperation {
  readonly contract: string;
  readonly document: KnownDocument;
  readonly compiled: CompiledOperation;
  readonly caller: Caller;
}

/** One request whose use is counted. */
export interface CountedRequest {
  /** Counts its answer. `raw` is what the answer was made of. */
  answered(answer: GraphAnswer, raw: () => Fields): void;
}

interface Counting {
  readonly use: CountedUse;
  readonly reading: FieldReading;
}

/** Milliseconds for which a use is kept after it was last asked: thirteen months, so that what is asked once a year is in it. */
const keptFor = 400 * 24 * 60 * 60 * 1000;

/**
 * The record of who uses which fields: systems, purposes, documents and counts; no persons, no arguments and no
 * values. It is bounded, and is written to one file a moment after it changes.
 */
export class UsageRecord {
  readonly #options: UsageRecordOptions;
  readonly #uses = new Map<string, CountedUse>();
  readonly #documents = new Map<string, UsedDocument>();
  readonly #counted = new WeakMap<CompiledOperation, Map<string, Counting>>();
  readonly #digests = new WeakMap<KnownDocument, string>();
  #fieldCount = 0;
  /** True where a use began that is not written down yet. */
  #hasNews = false;
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();

  private constructor(options: UsageRecordOptions) {
    this.#options = options;
  }

  /** Goes on with the record in a folder, or begins one. Throws when the folder cannot be used. */
  static open(options: UsageRecordOptions): UsageRecord {
    mkdirSync(options.folder, { recursive: true, mode: 0o700 });
    const record = new UsageRecord(options);
    const { documents, uses } = readUsage(options.folder);
    for (const [digest, document] of Object.entries(documents))
      record.#documents.set(digest, document);
    for (const use of uses) record.#keep(CountedUse.resumed(use));
    return record;
  }

  /** Counts a request. */
  asked(used: UsedOperation): CountedRequest {
    const counting = this.#countingOf(used);
    counting.use.asked(this.#now());
    this.#writeSoon();
    return {
      answered: (answer, raw) => counting.use.answered(answer, raw, counting.reading),
    };
  }

  /** Everything that is known now. */
  usage(): Usage {
    const oldest = this.#now() - keptFor;
    for (const [key, use] of this.#uses) if (use.last < oldest) this.#drop(key, use);
    const uses = [...this.#uses.values()].map((use) => use.written());
    const named = new Set(uses.map(({ document }) => document));
    for (const digest of this.#documents.keys())
      if (!named.has(digest)) this.#documents.delete(digest);
    return { version: 1, documents: Object.fromEntries(this.#documents), uses };
  }

  /** Writes what is known. Never rejects: a record that cannot be written is told in the log. */
  write(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const { folder, log } = this.#options;
    this.#writing = this.#writing.then(async () => {
      try {
        await keepFile(usageFile(folder), `${JSON.stringify(this.usage())}\n`);
      } catch (error) {
        log.error({ reason: reasonOf(error) }, 'The record of use could not be written.');
      }
    });
    return this.#writing;
  }

  #now(): number {
    return this.#options.now?.() ?? Date.now();
  }

  #writeSoon(): void {
    const { writeAfter = 10_000 } = this.#options;
    if (this.#hasNews) clearTimeout(this.#timer);
    else if (this.#timer) return;
    const wait = this.#hasNews ? writeAfter / 10 : writeAfter;
    this.#hasNews = false;
    this.#timer = setTimeout(() => void this.write(), wait).unref();
  }

  #countingOf({ contract, document, compiled, caller }: UsedOperation): Counting {
    let counted = this.#counted.get(compiled);
    if (!counted) this.#counted.set(compiled, (counted = new Map()));
    const { role, client = null, purpose = null } = caller;
    const asker = JSON.stringify([contract, role, client, purpose]);
    const known = counted.get(asker);
    if (known && !known.use.isDropped) return known;
    const [any] = counted.values();
    const reading = any?.reading ?? new FieldReading(compiled.variant);
    const digest = this.#digestOf(document, compiled);
    const head = { contract, role, client, purpose, document: digest };
    const found = this.#uses.get(keyOf(head)) ?? this.#begin(head);
    const before = found.fieldCount;
    found.knows(reading.coordinates());
    this.#fieldCount += found.fieldCount - before;
    this.#makeRoom(found);
    const counting = { use: found, reading };
    counted.set(asker, counting);
    return counting;
  }

  #digestOf(document: KnownDocument, { variant }: CompiledOperation): string {
    let digest = this.#digests.get(document);
    if (digest === undefined) this.#digests.set(document, (digest = digestOf(document.text)));
    if (!this.#documents.has(digest)) {
      const { isTrusted, text } = document;
      // Other names may hold anything.
      const name = (isTrusted && variant.operation.definition.name?.value) || null;
      this.#documents.set(digest, {
        name,
        isTrusted,
        shape: documentShape(text, variant.apiSchema),
      });
    }
    return digest;
  }

  #begin(head: CountedUse['head']): CountedUse {
    this.#hasNews = true;
    return this.#keep(new CountedUse(head, this.#now()));
  }

  #keep(use: CountedUse): CountedUse {
    this.#uses.set(keyOf(use.head), use);
    this.#fieldCount += use.fieldCount;
    return use;
  }

  #drop(key: string, use: CountedUse): void {
    use.isDropped = true;
    this.#uses.delete(key);
    this.#fieldCount -= use.fieldCount;
  }

  /** Drops what was not asked for longest, first of what is not trusted, until there is room. */
  #makeRoom(present: CountedUse): void {
    const { fieldsAtMost = 10_000 } = this.#options;
    if (this.#fieldCount <= fieldsAtMost) return;
    const isTrusted = ({ head }: CountedUse): boolean =>
      this.#documents.get(head.document)?.isTrusted ?? false;
    const droppable = [...this.#uses]
      .filter(([, use]) => use !== present)
      .toSorted(
        ([, one], [, other]) =>
          Number(isTrusted(one)) - Number(isTrusted(other)) || one.last - other.last,
      );
    for (const [key, use] of droppable) {
      // A tenth at once, so that this is rare.
      if (this.#fieldCount <= fieldsAtMost * 0.9) return;
      this.#drop(key, use);
    }
  }
}

function keyOf({ contract, role, client, purpose, document }: CountedUse['head']): string {
  return JSON.stringify([contract, role, client, purpose, document]);
}
