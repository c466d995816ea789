import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';

import { startPulling } from './pull-schedule.js';
import { sourceLines, stateOf } from './source-state.js';

test('a city pulls what is due when it starts; what fails, or is declared wrongly, is told once and kept', async () => {
  const server = createServer((_, response) => response.writeHead(503).end()).listen(
    0,
    '127.0.0.1',
  );
  await new Promise((resolve) => server.once('listening', resolve));
  const folder = mkdtempSync(join(tmpdir(), 'manabi-schedule-'));
  onTestFinished(() => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const home = { folder, postgres: '', keys: '' };
  // A server that listens on TCP has an address with a port.
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const good = {
    kind: 'title',
    address,
    rows: '',
    columns: { タイトル: '/t', ISBN: '/i' },
    limits: { tries: 1 },
  };
  mkdirSync(join(folder, 'sources'));
  writeFileSync(join(folder, 'sources', 'books.json'), JSON.stringify(good));
  writeFileSync(join(folder, 'sources', 'wrong.json'), JSON.stringify({ ...good, row: '' }));
  const told: { msg: string; source?: string; code?: string }[] = [];
  const log = pino({}, { write: (line: string) => void told.push(JSON.parse(line)) });

  const pulling = startPulling({
    home,
    log,
    withPlaces: () => Promise.reject(new Error('unused')),
  });
  for (let waited = 0; told.length < 2 && waited < 200; waited += 1) await setTimeout(50);
  await pulling.stop();

  expect(told).toMatchObject([
    { source: 'books', msg: 'a source gave nothing', code: 'REFUSED' },
    { source: 'wrong', msg: 'a source is declared wrongly' },
  ]);
  expect(stateOf(home, 'books').failure?.message).toContain('answered with status 503');
  const lines = sourceLines(home, new Date());
  expect(lines[0]).toContain('STALE');
  expect(lines[1]).toContain('did you mean "rows"?');
});
