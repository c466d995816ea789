import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

import { Problem } from '@manabi/kit/problem';

/** Folders in which this process is at work. */
const ours = new Set<string>();

/** Somebody else pulls a source at this moment. */
export class BeingPulled extends Problem {
  constructor(name: string, process: number) {
    super(
      'CONFLICT',
      `"${name}" is being pulled at this moment (process ${process}; a running city pulls by itself). "source list" tells how it went; ask again when it is done.`,
    );
  }
}

/** A source of which one may be at work, and how long its end is waited for. */
export interface Alone {
  readonly folder: string;
  readonly name: string;
  readonly milliseconds: number;
}

/** Milliseconds between two looks at whether the other is done. */
const look = 200;

/**
 * Does a task while nobody else does one in that folder, in this process or another of this machine. Rejects with
 * BeingPulled where somebody does and is not done in time. What a process left that was killed is in nobody's way.
 */
export async function aloneIn<Done>(
  { folder, name, milliseconds }: Alone,
  task: () => Promise<Done>,
): Promise<Done> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'pulling');
  const until = Date.now() + milliseconds;
  for (let other = otherIn(folder, file); other !== undefined; other = otherIn(folder, file)) {
    if (Date.now() >= until) throw new BeingPulled(name, other);
    await setTimeout(look);
  }
  ours.add(folder);
  try {
    writeFileSync(file, String(process.pid), { mode: 0o600 });
    return await task();
  } finally {
    ours.delete(folder);
    rmSync(file, { force: true });
  }
}

const otherIn = (folder: string, file: string): number | undefined =>
  ours.has(folder) ? process.pid : atWork(file);

/** The process that wrote the file and lives; not this one, which would know. */
function atWork(file: string): number | undefined {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return undefined;
    process.kill(pid, 0);
    return pid;
  } catch (error) {
    const isAnother = error instanceof Error && 'code' in error && error.code === 'EPERM';
    return isAnother ? Number(readFileSync(file, 'utf8')) : undefined;
  }
}
