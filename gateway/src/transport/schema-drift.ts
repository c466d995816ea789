import { SubgraphSilent } from '../errors/gateway-error.js';
import { isRecord } from './answer.js';
import type { SubgraphAnswer, SubgraphError } from './transport.js';

const codes: ReadonlySet<unknown> = new Set(['GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_PARSE_FAILED']);

/**
 * Gives an answer back, unless the subgraph found the operation itself invalid: the plan was made from the
 * supergraph, so the subgraph then speaks an older or newer edition of its schema.
 */
export function refuseOtherSchema(answer: SubgraphAnswer): SubgraphAnswer {
  const { data, errors } = answer;
  if (data || !errors?.some(isOfTheOperation)) return answer;
  throw new SubgraphSilent('other-schema', `its schema differs: ${messageOf(errors)}`);
}

function isOfTheOperation({ extensions }: SubgraphError): boolean {
  if (!isRecord(extensions)) return false;
  // The second is how graphql-java and what is built on it say the same.
  return codes.has(extensions['code']) || extensions['classification'] === 'ValidationError';
}

function messageOf(errors: readonly SubgraphError[]): string {
  const message = errors.find(isOfTheOperation)?.message;
  return typeof message === 'string' ? message.slice(0, 300) : 'no reason was given';
}
