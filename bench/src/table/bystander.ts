import { setTimeout as pause } from 'node:timers/promises';
import { request } from 'undici';
import { smallQuestion } from './ledger.js';

/** Milliseconds between two questions. */
const interval = 10;

/** Somebody who asks small questions of a gateway while it is busy with something else. */
export class Bystander {
  readonly #took: number[] = [];
  readonly #asking: Promise<void>;
  #isOver = false;

  constructor(url: string) {
    this.#asking = this.#ask(url);
  }

  /** Asks no more, and tells how long the answers took, in milliseconds. */
  async end(): Promise<{ asked: number; median: number; worstOfHundred: number }> {
    this.#isOver = true;
    await this.#asking;
    const sorted = this.#took.toSorted((one, other) => one - other);
    const at = (share: number): number =>
      Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 10) / 10;
    return { asked: sorted.length, median: at(0.5), worstOfHundred: at(0.99) };
  }

  async #ask(url: string): Promise<void> {
    const body = JSON.stringify({ query: smallQuestion });
    const headers = { 'content-type': 'application/json' };
    while (!this.#isOver) {
      const began = performance.now();
      const { statusCode, body: answer } = await request(url, { method: 'POST', headers, body });
      const text = await answer.text();
      this.#took.push(performance.now() - began);
      if (statusCode !== 200)
        throw new Error(`A small question was answered ${statusCode}: ${text}`);
      await pause(interval);
    }
  }
}
