import { createHash, randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Runs work while no other process installs or builds the same project; the mark of one that died is taken away. Says
 * every twenty seconds for whom it waits.
 */
export async function oneAtATime(root, work, say = () => undefined) {
  const name = createHash('sha256').update(root).digest('hex').slice(0, 12);
  const file = join(tmpdir(), `manabi-prepare-${name}.lock`);
  const mark = `${process.pid} ${birthOf(process.pid)} ${randomUUID()}`;
  for (let told = Date.now(); !take(file, mark);) {
    const held = markIn(file);
    if (held !== undefined && !lives(held)) breakLock(file, held);
    else await pause(100);
    if (Date.now() - told < 20_000) continue;
    told = Date.now();
    say(
      `  process ${String(held).split(' ')[0]} installs or builds this project just now; waiting for it`,
    );
  }
  try {
    return await work();
  } finally {
    if (markIn(file) === mark) rmSync(file, { force: true });
  }
}

/** A link appears whole or not at all, so nobody ever reads a mark that is half written. */
function take(file, mark) {
  const aside = `${file}.${randomUUID()}`;
  writeFileSync(aside, mark);
  try {
    linkSync(aside, file);
    return true;
  } catch (cause) {
    if (cause.code === 'EEXIST') return false;
    throw cause;
  } finally {
    rmSync(aside, { force: true });
  }
}

function markIn(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    if (cause.code === 'ENOENT') return undefined;
    throw cause;
  }
}

/** Two may see the same dead mark: what one moved away is looked at, and a mark set meanwhile is put back. */
function breakLock(file, held) {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
    if (readFileSync(aside, 'utf8') !== held) linkSync(aside, file);
  } catch {
    // Another was quicker; the next look sees what it left.
  } finally {
    rmSync(aside, { force: true });
  }
}

function lives(mark) {
  const [pid, birth] = mark.split(' ');
  return isRunning(Number(pid)) && birthOf(Number(pid)) === birth;
}

function isRunning(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return cause.code === 'EPERM';
  }
}

/** When a process began, for its number may be another's by now; empty where the system does not say (proc(5), field 22). */
function birthOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ');
    return fields[0] === 'Z' ? 'dead' : fields[19];
  } catch {
    return '';
  }
}
