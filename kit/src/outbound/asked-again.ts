import { setTimeout } from 'node:timers/promises';

import { SourceProblem } from './source-problem.js';

/** How often something is asked, and until when. */
export interface Patience {
  /** Tries in all. */
  readonly tries: number;
  /** The moment after which nothing is tried any more, as `Date.now` tells it. */
  readonly until: number;
  readonly signal?: AbortSignal;
}

/** Milliseconds before the second try; four times as long before each later one. */
const firstPause = 300;

/** What passes: too many questions, a server that fails or is restarted, a connection that broke. */
const passing: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);

/**
 * Asks a source, and again after a pause where its failure may pass, as long after as it asks by Retry-After. Throws
 * the last SourceProblem when it does not, or when the time would be over.
 */
export async function askedAgain<Answer>(
  ask: () => Promise<Answer>,
  { tries, until, signal }: Patience,
): Promise<Answer> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await ask();
    } catch (error) {
      const pause = pauseAfter(error, tried);
      const isOver = tried >= tries || pause === undefined || Date.now() + pause > until;
      if (isOver || signal?.aborted) throw error;
      await setTimeout(pause, undefined, signal && { signal }).catch(() => {
        throw error;
      });
    }
  }
}

function pauseAfter(error: unknown, tried: number): number | undefined {
  if (!(error instanceof SourceProblem)) return undefined;
  const { code, answer } = error;
  const mayPass = code === 'UNREACHABLE' || code === 'TOO_SLOW' || passing.has(answer.status ?? 0);
  return mayPass ? (answer.retryAfter ?? firstPause * 4 ** (tried - 1)) : undefined;
}

/** Milliseconds that a Retry-After header asks to wait: a number of seconds, or a moment (RFC 9110, 10.2.3). */
export function retryAfter(header: unknown, now: Date): number | undefined {
  if (typeof header !== 'string') return undefined;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1000;
  const moment = Date.parse(header);
  return Number.isNaN(moment) ? undefined : Math.max(0, moment - now.getTime());
}
