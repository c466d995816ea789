import { SubgraphSilent } from '../errors/gateway-error.js';
import { isRecord } from './answer.js';
import type { SubgraphAnswer, SubgraphError } from './transport.js';

const codes: ReadonlySet<unknown> = new Set(['GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_PARSE_FAILED']);

/**
 * Gives an answer back, unless the subgraph found the operation itself invalid: the plan was made from the
 * supergraph, so the subgraph then speaks an older or newer edition of its schema.
 */
export function refuseOtherSchema(answer: SubgraphAnswer, status = 200): SubgraphAnswer {
  const { errors } = answer;
  if (!errors || answer.data) return answer;
  // With 400 "GraphQL over HTTP" says the same, where no code says something else.
  const isInvalid = status === 400 && !errors.some(hasCode);
  if (!isInvalid && !errors.some(isOfTheOperation)) return answer;
  throw new SubgraphSilent('other-schema', `its schema differs: ${messageOf(errors)}`);
}

function hasCode({ extensions }: SubgraphError): boolean {
  return isRecord(extensions) && extensions['code'] !== undefined;
}

function isOfTheOperation({ extensions }: SubgraphError): boolean {
  if (!isRecord(extensions)) return false;
  // The second is how graphql-java and what is built on it say the same.
  return codes.has(extensions['code']) || extensions['classification'] === 'ValidationError';
}

function messageOf(errors: readonly SubgraphError[]): string {
  const message = (errors.find(isOfTheOperation) ?? errors[0])?.message;
  return typeof message === 'string' ? message.slice(0, 300) : 'no reason was given';
}
