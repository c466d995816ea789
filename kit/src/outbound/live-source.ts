import { setTimeout } from 'node:timers/promises';

import type { Waited } from '../deadline.js';
import { JsonSource } from './json-source.js';
import { SourceProblem } from './source-problem.js';

/** How a source is asked for what is so at this moment. */
export interface LiveSettings {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds an answer is waited for at most, whatever the request has left. */
  readonly milliseconds: number;
  /** True when the address stands in the city's own network. */
  readonly isInside: boolean;
}

/** What one answer of a source says of itself. */
export interface LiveAnswer {
  /** Names what is being found out; sent again to ask for the rest. */
  readonly session?: string | undefined;
  /** True while more is being found out. */
  readonly continue: boolean;
}

/** Failures in a row after which a source is left alone, and for how many milliseconds; then one question tries. */
const patience = { failures: 3, rest: 10_000 };

/** Milliseconds of a request that are kept for what comes after. */
const reserve = 100;

/** Milliseconds before a source that is not ready is asked again: at first, and at most. */
const pauses = { first: 40, most: 250 };

/**
 * A source that is asked live: under a deadline, again as long as it says "continue" and time is left, and not at all
 * for a while after it was silent several times.
 */
export class LiveSource {
  readonly #source: JsonSource;
  #failures = 0;
  #restsUntil = 0;

  constructor(private readonly settings: LiveSettings) {
    const { url, headers, milliseconds, isInside } = settings;
    this.#source = new JsonSource(url.origin, {
      isInside,
      headers,
      bounds: { bytes: 4 * 1024 * 1024, milliseconds, depth: 10 },
    });
  }

  /**
   * Asks and gives what was told in time: everything, or as much as was found out when the time was over. Throws a
   * SourceProblem when nothing was.
   */
  async ask<Answer extends LiveAnswer>(
    question: object,
    waited: Waited,
    read: (told: unknown) => Answer,
  ): Promise<Answer> {
    if (Date.now() < this.#restsUntil)
      throw new SourceProblem('UNREACHABLE', 'The source was silent just now and is left alone.');
    try {
      const answer = await this.#untilWhole(question, this.#timeFor(waited), read);
      this.#failures = 0;
      return answer;
    } catch (error) {
      this.#failures += 1;
      if (this.#failures >= patience.failures) this.#restsUntil = Date.now() + patience.rest;
      throw error;
    }
  }

  #timeFor({ deadline }: Waited): number {
    const left = deadline === undefined ? Infinity : deadline.getTime() - Date.now() - reserve;
    return Date.now() + Math.max(0, Math.min(this.settings.milliseconds, left));
  }

  async #untilWhole<Answer extends LiveAnswer>(
    question: object,
    until: number,
    read: (told: unknown) => Answer,
  ): Promise<Answer> {
    let answer = await this.#once(question, until, read);
    for (let pause = pauses.first; answer.continue; pause = Math.min(pause * 2, pauses.most)) {
      if (Date.now() + pause >= until) return answer;
      await setTimeout(pause);
      const more = { ...question, session: answer.session };
      // What was told before the time was over is better than nothing.
      const next = await this.#once(more, until, read).catch(() => undefined);
      if (!next) return answer;
      answer = next;
    }
    return answer;
  }

  async #once<Answer>(
    question: object,
    until: number,
    read: (told: unknown) => Answer,
  ): Promise<Answer> {
    const signal = AbortSignal.timeout(Math.max(0, until - Date.now()));
    const body = JSON.stringify(question);
    return read(await this.#source.ask({ url: this.settings.url, body, signal }));
  }
}
