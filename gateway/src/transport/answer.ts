import { SubgraphSilent } from '../errors/gateway-error.js';
import type { SubgraphAnswer, SubgraphError } from './transport.js';

/** Takes what a subgraph sent for a GraphQL answer, or throws SubgraphSilent saying what is wrong with it. */
export function answerOf(value: unknown): SubgraphAnswer {
  if (!isRecord(value)) throw malformed('the answer is not an object');
  const { data, errors } = value;
  if (data !== undefined && data !== null && !isRecord(data)) {
    throw malformed('`data` is neither an object nor null');
  }
  if (errors !== undefined && errors !== null && !isErrorList(errors)) {
    throw malformed('`errors` is not a list of objects');
  }
  if (data === undefined && !isErrorList(errors)) {
    throw malformed('the answer has neither `data` nor `errors`');
  }
  return {
    ...(data === undefined ? {} : { data }),
    ...(isErrorList(errors) && errors.length > 0 ? { errors } : {}),
  };
}

/** True for an object that is not a list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isErrorList(value: unknown): value is readonly SubgraphError[] {
  return Array.isArray(value) && value.every(isRecord);
}

function malformed(reason: string): SubgraphSilent {
  return new SubgraphSilent('wrong-shape', reason);
}
