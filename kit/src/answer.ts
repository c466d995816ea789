import { GraphQLError, type GraphQLFormattedError, Kind } from 'graphql';

import { isFromNul, withoutValues } from './database-failure.js';
import { Problem } from './problem.js';
import type { RefusedInput } from './refused-input.js';
import { InputFault } from './rules.js';

/** Receives what must not be shown: the failure itself, for the log, without values of rows. */
export type FailureLog = (failure: { error: unknown; path?: readonly (string | number)[] }) => void;

/**
 * Says what a caller may learn of a failure: a Problem passes as it is, broken input lists its fields, and all
 * else becomes one neutral sentence while the failure goes to the log.
 */
export function answerFailure(error: GraphQLError, log: FailureLog): GraphQLFormattedError {
  const place = {
    ...(error.locations && { locations: error.locations }),
    ...(error.path && { path: error.path }),
  };
  const thrown = rootCause(error);
  const cause = isFromNul(thrown) ? holdsNul : thrown;
  if (cause instanceof Problem) {
    return { message: cause.message, ...place, extensions: { code: cause.code, ...cause.details } };
  }
  if (cause instanceof InputFault) {
    return {
      message: `The input was not accepted. ${cause.message}. Correct these fields and send it again.`,
      ...place,
      extensions: { code: 'BAD_USER_INPUT', fields: cause.fields, input: cause.input },
    };
  }
  if (cause === undefined) {
    const code =
      typeof error.extensions['code'] === 'string' ? error.extensions['code'] : 'BAD_USER_INPUT';
    return { message: error.message, ...place, extensions: { code, ...variableOf(error) } };
  }
  log({ error: withoutValues(cause), ...(error.path && { path: error.path }) });
  return {
    message: 'The service could not answer this part. It was recorded; try again later.',
    ...place,
    extensions: { code: 'UNAVAILABLE' },
  };
}

/** The variable that GraphQL could not read, where it is one. */
function variableOf({ nodes }: GraphQLError): { input?: readonly RefusedInput[] } {
  const node = nodes?.[0];
  if (node?.kind !== Kind.VARIABLE_DEFINITION) return {};
  return { input: [{ argument: `$${node.variable.name.value}`, reason: 'MALFORMED' }] };
}

const holdsNul = new Problem(
  'BAD_USER_INPUT',
  'A text held the character NUL, which no text can. Take it out and send it again.',
);

/** The error that was thrown, under the layers that GraphQL put around it; undefined when GraphQL itself spoke. */
function rootCause(error: GraphQLError): unknown {
  let cause: unknown = error;
  while (cause instanceof GraphQLError) {
    if (cause.originalError === undefined || cause.originalError === null) return undefined;
    cause = cause.originalError;
  }
  return cause;
}
