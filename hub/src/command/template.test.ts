import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { lists } from '@manabi/kit/import/list/lists';
import { readFile } from '@manabi/kit/import/read';
import { expect, onTestFinished, test } from 'vitest';

import { CommandFault } from './command.js';
import { templateOf } from './template.js';

test.each<readonly [string, string]>([
  ['person', 'person'],
  ['group', 'group'],
  ['desk', 'desk'],
  ['course', 'event'],
  ...Object.keys(lists).map((id): [string, string] => [id, id]),
  ['room', 'room'],
  ['regular-use', 'regular-use'],
  ['lottery-window', 'lottery-window'],
  ['lottery-odds', 'lottery-odds'],
  ['slot', 'slot'],
  ['library-branch', 'library-branch'],
  ['branch-service', 'branch-service'],
  ['copy', 'copy'],
  ['book-set', 'book-set'],
  ['digital-item', 'digital-item'],
])(
  'the empty form of the list %s is known by its header, and its sample line is left out',
  async (kind, dataset) => {
    const folder = mkdtempSync(join(tmpdir(), 'manabi-template-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const file = join(folder, 'form.csv');
    writeFileSync(file, templateOf(kind));

    const reading = await readFile(file);
    const outcomes = [];
    for await (const outcome of reading) outcomes.push(outcome);

    expect(reading.summary.dataset).toBe(dataset);
    expect(outcomes.map(({ kind: what, notes }) => [what, notes[0]?.code])).toEqual([
      ['setAside', 'SAMPLE_LINE'],
    ]);
    expect(reading.summary.columns.filter(({ use }) => use !== 'read')).toEqual([]);
  },
);

test('a kind that has no form is refused with those that have one', () => {
  expect(() => templateOf('boat')).toThrow(CommandFault);
  expect(() => templateOf(undefined)).toThrow('person, group, desk, course');
});
