import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../results', import.meta.url));

const loadAtStart = load();

/**
 * Writes the figures of one bench to `bench/results/<name>.json`, with the day, the commit, the machine, and how busy
 * it was in the minute before the start and before the end.
 */
export function record(name: string, figures: Record<string, unknown>): void {
  mkdirSync(folder, { recursive: true });
  const kept = {
    measured: new Date().toISOString().slice(0, 10),
    commit: commit(),
    machine: machine(),
    load: { atStart: loadAtStart, atEnd: load() },
    ...figures,
  };
  const text = `${JSON.stringify(kept, null, 2)}\n`;
  writeFileSync(join(folder, `${name}.json`), text);
  process.stdout.write(text);
}

/** What was recorded before under a name; undefined where nothing was. */
export function recorded(name: string): Record<string, unknown> | undefined {
  const file = join(folder, `${name}.json`);
  if (!existsSync(file)) return undefined;
  // The function above wrote it.
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
}

function load(): number {
  return Math.round((loadavg()[0] ?? 0) * 10) / 10;
}

function machine(): string {
  const processors = cpus();
  const memory = Math.round(totalmem() / 1024 ** 3);
  return `${processors.length} × ${processors[0]?.model.trim() ?? 'unknown processor'}, ${memory} GiB, Node ${process.version}`;
}

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
      cwd: folder,
      encoding: 'utf8',
    }).trim();
  } catch {
    return 'unknown';
  }
}
