import { readFileSync, writeFileSync } from 'node:fs';
import { connectionsOf } from './processor-time.js';

/** Milliseconds between two looks. */
const interval = 500;

/**
 * The most memory that a process and those it started took at one time since it was started. Every half second the
 * peaks of that half second are added up, of all that live, and are begun anew; the greatest sum counts.
 * So what lived at different times is not added, what ended before somebody asks is not forgotten, and the
 * figure is rather too high than too low: the peaks within one half second, or before the first look, need not fall together.
 */
export class MemoryPeak {
  readonly #timer: NodeJS.Timeout;
  #highest = 0;

  constructor(private readonly pid: number) {
    this.#timer = setInterval(() => this.mebibytes(), interval).unref();
  }

  /** MiB until now; 0 where there is no /proc. Not `resourceUsage`, which on Linux begins with what the process that started it had. */
  mebibytes(): number {
    const peaks = [this.pid, ...connectionsOf(this.pid)].map(peakSinceLastLook);
    const sum = peaks.reduce((total, each) => total + each, 0) / 1024;
    this.#highest = Math.max(this.#highest, sum);
    return this.#highest;
  }

  /** Looks no more. */
  stop(): void {
    clearInterval(this.#timer);
  }
}

/** KiB; see VmHWM in proc_pid_status(5) and 5 in proc_pid_clear_refs(5). */
function peakSinceLastLook(pid: number): number {
  try {
    const peak = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    writeFileSync(`/proc/${pid}/clear_refs`, '5');
    return Number(peak ?? 0);
  } catch {
    // It has ended; what it took until the last look was counted then.
    return 0;
  }
}
