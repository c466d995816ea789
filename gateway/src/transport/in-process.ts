import { SubgraphSilent } from '../errors/gateway-error.js';
import { inProcessEvents, type Subscribe } from '../subscription/in-process-events.js';
import { answerOf, isRecord } from './answer.js';
import { untilAborted } from './deadline.js';
import { silenceOfAbort } from './silence.js';
import { abortSignalOf } from './stop.js';
import type { SubgraphAnswer, SubgraphRequest, Transport } from './transport.js';

/** What a subgraph in the same process receives. */
export interface InProcessRequest {
  query: string;
  variables: Record<string, unknown>;
  deadline: Date;
  /** Aborts when nobody waits for the answer any more. */
  signal: AbortSignal;
  requestId: string;
  caller: SubgraphRequest['scope']['caller'];
  /** Whether whole lists are read, so that their pages may be long. */
  longPages?: boolean;
  /** Where a trace goes on, as W3C Trace Context writes it. */
  traceparent?: string;
}

/** Reaches a subgraph that lives in this process through functions that execute GraphQL and tell events. */
export function inProcessTransport(
  execute: (request: InProcessRequest) => Promise<unknown>,
  subscribe?: Subscribe,
): Transport {
  return {
    send: (request) => send(execute, request),
    ...(subscribe && { subscribe: (asked) => inProcessEvents(subscribe, asked) }),
  };
}

async function send(
  execute: (request: InProcessRequest) => Promise<unknown>,
  request: SubgraphRequest,
): Promise<SubgraphAnswer> {
  const { deadline, requestId, caller, longPages, signal, fetch } = request.scope;
  if (signal.aborted) throw silenceOfAbort(signal, false);
  const answer = execute({
    query: request.query,
    variables: request.variables,
    // A Date holds whole milliseconds, and nobody is told of less time than there is.
    deadline: new Date(Math.ceil(Date.now() + deadline - performance.now())),
    signal: abortSignalOf(signal),
    requestId,
    caller,
    ...(longPages && { longPages }),
    ...(fetch?.trace && { traceparent: fetch.trace.traceparent }),
  });
  const late = (): SubgraphSilent => silenceOfAbort(signal, true);
  const told = await untilAborted(signal, answer.catch(failed), late);
  const keeping = isRecord(told) ? told['cacheControl'] : undefined;
  return typeof keeping === 'string'
    ? { ...answerOf(told), cacheControl: keeping }
    : answerOf(told);
}

function failed(cause: unknown): never {
  throw new SubgraphSilent('exchange-failed', 'the subgraph threw', { cause });
}
