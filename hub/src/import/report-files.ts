import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';

import type { RowOutcome } from '@manabi/kit/import/outcome';
import {
  outcomeJson,
  reportHeader,
  reportLines,
  summaryJson,
  summaryText,
} from '@manabi/kit/import/report';
import type { Summary } from '@manabi/kit/import/summary';

/** The two accounts of one import: a table for people, which a spreadsheet opens, and lines of JSON for machines. */
export class ReportFiles {
  readonly people: string;
  readonly machines: string;
  readonly #streams;

  constructor(folder: string, run: string) {
    const place = join(folder, run);
    mkdirSync(place, { recursive: true });
    this.people = join(place, 'report.csv');
    this.machines = join(place, 'report.jsonl');
    this.#streams = {
      people: createWriteStream(this.people),
      machines: createWriteStream(this.machines),
    };
    // With a byte order mark, spreadsheets read it as UTF-8.
    this.#streams.people.write(`\uFEFF${reportHeader}`);
  }

  /** Adds what became of one row; settles when there is room for another. */
  async add(outcome: RowOutcome): Promise<void> {
    const lines = reportLines(outcome);
    const full = [
      lines !== '' && !this.#streams.people.write(lines) ? this.#streams.people : undefined,
      this.#streams.machines.write(outcomeJson(outcome)) ? undefined : this.#streams.machines,
    ];
    for (const stream of full) {
      if (stream) await new Promise<void>((resolve) => stream.once('drain', () => resolve()));
    }
  }

  /** Gives both up as they are. */
  abandon(): void {
    for (const stream of Object.values(this.#streams)) stream.destroy();
  }

  /** Closes both with the account of the whole file. */
  async close(summary: Summary): Promise<void> {
    this.#streams.people.write(`\r\n${summaryText(summary).split('\n').map(quoted).join('\r\n')}`);
    this.#streams.machines.write(summaryJson(summary));
    const both = Object.values(this.#streams);
    for (const stream of both) stream.end();
    await Promise.all(both.map((stream) => finished(stream)));
  }
}

const quoted = (line: string): string => (line === '' ? '' : `"${line.replaceAll('"', '""')}"`);
