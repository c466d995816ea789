import { SubgraphSilent } from '../errors/gateway-error.js';
import { answerOf, isRecord } from '../transport/answer.js';
import type { SubgraphEvent, SubgraphSubscription } from '../transport/transport.js';

/** The body of a subscription over HTTP: the exact bytes that are sent and signed. */
export function bodyOf({ text, variablesText, caller, after }: SubgraphSubscription): string {
  const extensions = JSON.stringify({
    ...(caller.role === 'anonymous' ? {} : { caller }),
    ...(after === undefined ? {} : { after }),
  });
  return `{"query":${JSON.stringify(text)},"variables":${variablesText},"extensions":${extensions}}`;
}

/** Takes what a subgraph sent for one of its events, or throws SubgraphSilent saying what is wrong with it. */
export function eventOf(value: unknown): SubgraphEvent {
  if (!isRecord(value) || typeof value['cursor'] !== 'string' || value['cursor'].length > 200) {
    throw new SubgraphSilent('wrong-shape', 'an event has no usable cursor');
  }
  const { cursor, answer, gap, refused } = value;
  return {
    cursor,
    answer: answer === undefined ? undefined : answerOf(answer),
    isGap: gap === true,
    isRefused: refused === true,
  };
}
