import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MemoryPeak } from '../memory-peak.js';
import { nodeOn } from './cores.js';

/** What a process has used so far. */
export interface Usage {
  /** Of the processor, by all its threads. */
  readonly milliseconds: number;
  /** Its memory at most, in MiB. */
  readonly peak: number;
}

/** How a process of the bench is started. */
export interface Started {
  readonly script: string;
  readonly told: unknown;
  readonly core: 'measured' | 'others';
  readonly nodeOptions?: readonly string[];
  /** Milliseconds it has to say where it answers; a minute unless said. */
  readonly patience?: number;
}

/** Milliseconds a process has to answer. */
const usualPatience = 60_000;

/** A process of the bench that serves HTTP and can be asked what it has used. */
export class MeasuredProcess {
  readonly #memory: MemoryPeak;

  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
    private readonly folder: string,
  ) {
    this.#memory = new MemoryPeak(child.pid ?? 0);
  }

  /** Starts it; settles when it answers. Throws when it ends before, or takes a minute. */
  static async start(started: Started): Promise<MeasuredProcess> {
    const { script, told, core, nodeOptions = [], patience = usualPatience } = started;
    const folder = mkdtempSync(join(tmpdir(), 'gateway-bench-'));
    const file = join(folder, 'told.json');
    writeFileSync(file, JSON.stringify(told));
    const { command, words } = nodeOn(core);
    const child = spawn(command, [...words, ...nodeOptions, script, file], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: { ...process.env, NODE_ENV: 'production' },
    });
    try {
      const { url } = await answerOf<{ url: string }>(child, patience);
      return new MeasuredProcess(url, child, folder);
    } catch (error) {
      child.kill();
      rmSync(folder, { recursive: true, force: true });
      throw error;
    }
  }

  /** What it has used so far; memory is the most that it and the processes it started took at one time. */
  async usage(): Promise<Usage> {
    const usage = await this.ask<Usage>();
    return { ...usage, peak: Math.round(this.#memory.mebibytes() || usage.peak) };
  }

  /** Its answer to the only question there is. */
  async ask<Answer>(): Promise<Answer> {
    this.child.send('usage');
    return answerOf<Answer>(this.child);
  }

  /** Ends it. */
  async stop(): Promise<void> {
    this.#memory.stop();
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const exit = once(this.child, 'exit');
      this.child.kill();
      // Some wait for connections that nobody closes.
      const force = setTimeout(() => this.child.kill('SIGKILL'), 1_000);
      await exit;
      clearTimeout(force);
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}

async function answerOf<Answer>(child: ChildProcess, patience = usualPatience): Promise<Answer> {
  const settled = new AbortController();
  const signal = AbortSignal.any([AbortSignal.timeout(patience), settled.signal]);
  const ended = once(child, 'exit', { signal }).then(([code]) => {
    throw new Error(`A process of the bench ended with code ${String(code)} before it answered.`);
  });
  ended.catch(() => undefined);
  const [message] = await Promise.race([once(child, 'message', { signal }), ended]);
  settled.abort();
  // The processes of the bench send nothing else.
  return message as Answer;
}
