import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { beginning, hashOf, linkOf, type Head } from './chain.js';
import { readHead, recordFiles } from './record-files.js';

/** What was found when an access record was read from end to end. */
export interface Verification {
  readonly files: number;
  /** Lines read. */
  readonly lines: number;
  /** Number of the first line in the folder; above 1 when older files were moved away. */
  readonly first: number;
  readonly head: Head;
  /** The time of the last line, as written there. */
  readonly until: string | undefined;
  /** Sentences on what is wrong; none when every line follows from the one before it. */
  readonly faults: readonly string[];
}

/** Faults told at most; the first says enough. */
const faultsTold = 20;

/**
 * Checks that no line of an access record was changed, left out or cut off since it was written. `known` is a
 * checkpoint that was kept elsewhere; without it the one in the folder counts. Rejects when the folder cannot be read.
 */
export async function verifyAccessRecord(folder: string, known?: Head): Promise<Verification> {
  const files = recordFiles(folder);
  const checkpoint = readHead(folder);
  const reading = new Reading([checkpoint, known].filter((head) => head !== undefined));
  for (const file of files) {
    let position = 0;
    for await (const line of linesOf(file))
      reading.take(line, `${basename(file)}, line ${++position}`);
  }
  reading.end();
  if (!checkpoint && reading.lines > 0)
    reading.fault(
      'The checkpoint CHECKPOINT.json is missing, so lines cut off at the end would not be seen.',
    );
  const { lines, first, head, until, faults } = reading;
  return { files: files.length, lines, first, head, until, faults };
}

/** The lines as they were written: readline would also end one at U+2028, which a name may hold. */
async function* linesOf(file: string): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of createReadStream(file, 'utf8')) {
    const lines = `${rest}${String(chunk)}`.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

class Reading {
  readonly faults: string[] = [];
  lines = 0;
  first = 0;
  head = beginning;
  until: string | undefined;

  constructor(private readonly checkpoints: readonly Head[]) {}

  take(line: string, place: string): void {
    this.lines++;
    const link = linkOf(line);
    if (!link) return this.fault(`${place} is not a line of an access record.`);
    if (this.first === 0) {
      this.first = link.number;
      // Older files may have been moved away; the first line then follows what is not here.
      if (link.number > 1) this.head = { number: link.number - 1, hash: link.previous };
    }
    if (link.number !== this.head.number + 1) {
      this.fault(
        `${place} has the number ${link.number}, and ${this.head.number + 1} was expected: lines are missing or were added.`,
      );
    }
    if (link.previous !== this.head.hash) {
      this.fault(`${place} does not follow from the line before it: one of the two was changed.`);
    }
    if ('kind' in link.value && link.value.kind === 'missing') {
      this.fault(`${place} says that lines before it were gone when the record was opened.`);
    }
    this.head = { number: link.number, hash: hashOf(line) };
    for (const known of this.checkpoints) this.#compare(known);
    if ('time' in link.value && typeof link.value.time === 'string') this.until = link.value.time;
  }

  /** Looks, after the last line, for what should have come yet. */
  end(): void {
    for (const { number } of this.checkpoints) {
      if (number <= this.head.number) continue;
      this.fault(
        `A checkpoint knows ${number} lines, and the last one here is ${this.head.number}: lines were cut off at the end.`,
      );
    }
  }

  #compare({ number, hash }: Head): void {
    if (number !== this.head.number || hash === this.head.hash) return;
    this.fault(`Line ${number} is not the one a checkpoint knows: the record was written anew.`);
  }

  fault(sentence: string): void {
    if (this.faults.length < faultsTold) this.faults.push(sentence);
  }
}
