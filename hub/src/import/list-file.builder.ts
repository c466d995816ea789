import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { formOf } from '@manabi/kit/import/list/list';
import { type ListId, lists } from '@manabi/kit/import/list/lists';
import { onTestFinished } from 'vitest';

import { templateOf } from '../command/template.js';

/** What somebody wrote into a line of a list, by the canonical names of its columns. */
export type ListLine = Readonly<Record<string, string>>;

/** The list as a department filled it: the form as it is given out, and the lines below its sample line. */
export function filledList(id: ListId, lines: readonly ListLine[]): string {
  const cells = lines.map((line) =>
    formOf(lists[id])
      .map(({ column }) => `"${line[column] ?? ''}"`)
      .join(','),
  );
  return templateOf(id) + cells.join('\r\n');
}

/** The same as a file that is there until the test ends. */
export const filledListFile = (id: ListId, lines: readonly ListLine[]): string =>
  writtenFile(`${id}.csv`, filledList(id, lines));

/** A file of some text that is there until the test ends. */
export function writtenFile(name: string, text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'manabi-list-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}
