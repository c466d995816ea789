import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { lists } from '@manabi/kit/import/list/lists';
import { readFile } from '@manabi/kit/import/read';
import { expect, onTestFinished, test } from 'vitest';

import { answerForm } from '../form/form-door.js';
import { formWorkbook } from '../form/form-file.js';
import { forms } from '../form/forms.js';
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
  'the empty form of the list %s, as text and as a workbook, is known by its header, and its sample line is left out',
  async (kind, dataset) => {
    const folder = mkdtempSync(join(tmpdir(), 'manabi-template-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const form = forms[kind];
    if (!form) throw new Error('Broken assumption: there is such a form');
    writeFileSync(join(folder, 'form.csv'), templateOf(kind));
    writeFileSync(join(folder, 'form.xlsx'), await formWorkbook(form));

    for (const file of ['form.csv', 'form.xlsx']) {
      const reading = await readFile(join(folder, file));
      const outcomes = [];
      for await (const outcome of reading) outcomes.push(outcome);

      expect(reading.summary.dataset).toBe(dataset);
      expect(outcomes.map(({ kind: what, notes }) => [what, notes[0]?.code])).toEqual([
        ['setAside', 'SAMPLE_LINE'],
      ]);
      expect(reading.summary.columns.filter(({ use }) => use !== 'read')).toEqual([]);
    }
  },
);

test('a kind that has no form is refused with those that have one', () => {
  expect(() => templateOf('boat')).toThrow(CommandFault);
  expect(() => templateOf(undefined)).toThrow('person, group, desk, course');
});

test('the empty forms are there for anybody to download', async () => {
  const server = createServer((request, response) => {
    void answerForm(request, response).then((isAnswered) => {
      if (!isAnswered) response.writeHead(418).end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  // A server that listens on TCP has an address with a port.
  const { port } = server.address() as AddressInfo;
  const get = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);

  const list = await (await get('/forms')).text();
  const links = [...list.matchAll(/href="([^"]+)"/g)].flatMap(([, link]) => link ?? []);
  const workbook = await get('/forms/room.xlsx');
  const others = await Promise.all(['/forms/boat.xlsx', '/forms/room.pdf', '/format'].map(get));

  expect(links.toSorted()).toEqual(
    Object.keys(forms)
      .flatMap((name) => [`/forms/${name}.csv`, `/forms/${name}.xlsx`])
      .toSorted(),
  );
  expect(workbook.headers.get('content-disposition')).toContain('room.xlsx');
  expect((await workbook.arrayBuffer()).byteLength).toBeGreaterThan(1_000);
  expect(await (await get('/forms/room.csv')).text()).toContain('柳沢公民館');
  expect(others.map(({ status }) => status)).toEqual([404, 404, 418]);
});
