import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { Logger } from 'pino';

import { answerFailure } from './answer.js';
import type { Context } from './context.js';
import type { OpenService } from './open.js';

/** What executes the operations of a service; what fails goes to the log, and in one neutral sentence to who asked. */
export function apolloOf(service: OpenService, log: Logger): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema: service.subgraph.schema,
    includeStacktraceInErrorResponses: false,
    // Whoever gets here signed the request.
    introspection: true,
    stopOnTerminationSignals: false,
    csrfPrevention: false,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      // It would say "no-store" of everything; what may be kept is said by the contract and the head.
      ApolloServerPluginCacheControlDisabled(),
    ],
    formatError: (formatted, error) =>
      error instanceof Error && 'path' in error
        ? answerFailure(error as never, ({ error: err, path }) =>
            log.error({ err, path }, 'a field failed'),
          )
        : formatted,
  });
}
