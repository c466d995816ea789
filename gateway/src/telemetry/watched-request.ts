import { HttpRefused } from '../errors/http-refused.js';
import { RequestRefused } from '../errors/gateway-error.js';
import type { GraphAnswer } from '../pipeline/graph-answer.js';
import type { Observer } from './observer.js';
import { RequestRecord } from './request-record.js';

/** A request that somebody may look at. */
export interface Watched {
  contract: string;
  requestId: string;
  traceparent?: string | undefined;
  /** Whether its answer is to explain how it came about. */
  isExplained: boolean;
}

/** Does the work of one request with a record of it, where an observer or the asker wants one, and tells the observer how it ended. */
export async function watchedRequest(
  observer: Observer | undefined,
  watched: Watched,
  work: (record: RequestRecord | undefined) => Promise<GraphAnswer>,
): Promise<GraphAnswer> {
  if (!observer) return work(watched.isExplained ? recordOf(watched) : undefined);
  const record = observer.begun(watched);
  try {
    const answer = await work(record);
    if (answer.errors) record.code = 'ANSWERED_IN_PART';
    return answer;
  } catch (error) {
    record.code = codeOf(error);
    throw error;
  } finally {
    observer.ended(record);
  }
}

function recordOf({ contract, requestId, isExplained }: Watched): RequestRecord {
  return new RequestRecord(contract, requestId, { isExplained });
}

function codeOf(error: unknown): RequestRecord['code'] {
  if (error instanceof RequestRefused) return error.code;
  if (!(error instanceof HttpRefused)) return 'INTERNAL';
  return error.status === 429 ? 'RATE_EXCEEDED' : 'BAD_REQUEST';
}
