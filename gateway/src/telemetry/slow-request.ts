import type { Log } from '../log.js';
import type { RequestRecord } from './request-record.js';

/** A request as the log names it. */
export interface TimedRequest {
  readonly contract: string;
  readonly requestId: string;
  /** What was seen of it, where somebody looked. */
  readonly record: RequestRecord | undefined;
}

/** Fetches at most that are told of one request, the longest. */
const fetchesTold = 10;

/**
 * Waits for an answer, and tells in the log when it took as long as is called slow, and where its time went; nothing of
 * who asked, with what, or what was answered.
 */
export async function toldIfSlow<Answer>(
  answering: Promise<Answer>,
  { log, slowRequest }: { readonly log: Log; readonly slowRequest: number },
  timed: () => TimedRequest,
): Promise<Answer> {
  const began = performance.now();
  try {
    return await answering;
  } finally {
    const took = performance.now() - began;
    if (slowRequest > 0 && took >= slowRequest) {
      const { contract, requestId, record } = timed();
      const told = { contract, requestId, milliseconds: Math.round(took) };
      log.warn({ ...told, ...(record && seenOf(record)) }, 'A request was slow.');
    }
  }
}

function seenOf({ name, kind, code, stages, fetches }: RequestRecord): object {
  const longest = fetches.toSorted((one, other) => other.duration - one.duration);
  return {
    operation: name,
    kind,
    code,
    stages: Object.fromEntries(
      Object.entries(stages).map(([stage, took]) => [stage, Math.round(took)]),
    ),
    fetches: longest.slice(0, fetchesTold).map(({ service, duration, source, outcome }) => ({
      service,
      milliseconds: Math.round(duration),
      source,
      outcome,
    })),
  };
}
