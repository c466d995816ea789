import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { record } from '../record.js';
import { rounded } from './contest.js';
import type { CityFigures } from './one-city.js';

/*
 * What the same questions cost a city whose services run in the gateway's process, and one whose services are
 * processes of their own: the same sample city, one after the other, in turns.
 */

const [requests = '200', rounds = '3'] = process.argv.slice(2);
const script = fileURLToPath(new URL('one-city.js', import.meta.url));
const home = mkdtempSync(join(tmpdir(), 'city-bench-'));

function figuresOf(separate: boolean): CityFigures {
  const words = [script, home, separate ? 'separate' : 'together', requests];
  const text = execFileSync(process.execPath, words, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
    timeout: 600_000,
    maxBuffer: 256 * 1024 * 1024,
  });
  // The script prints nothing else.
  return JSON.parse(text) as CityFigures;
}

function middle(figures: readonly number[]): number {
  return figures.toSorted((one, other) => one - other)[Math.floor(figures.length / 2)] ?? 0;
}

try {
  const runs = Array.from({ length: Number(rounds) }, () => ({
    together: figuresOf(false),
    separate: figuresOf(true),
  }));
  const figures = Object.entries(runs[0]?.together ?? {}).map(([name, { answer }]) => {
    const isEqual = runs.every((run) =>
      [run.together, run.separate].every((city) => city[name]?.answer === answer),
    );
    const together = middle(runs.map((run) => run.together[name]?.processorMs ?? 0));
    const separate = middle(runs.map((run) => run.separate[name]?.processorMs ?? 0));
    const share = rounded(together / separate, 2);
    return [name, { isEqual, together, separate, share }] as const;
  });
  record('gateway-city', {
    requests: Number(requests),
    rounds: Number(rounds),
    processorMs:
      'of all Node processes of the city per request; the database server is not counted',
    ...Object.fromEntries(figures),
  });
  process.exitCode = figures.every(([, { isEqual }]) => isEqual) ? 0 : 1;
} finally {
  rmSync(home, { recursive: true, force: true });
}
