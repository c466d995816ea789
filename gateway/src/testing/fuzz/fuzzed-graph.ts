import type { ExecutionResult, GraphQLSchema } from 'graphql';
import type { GatewayOptions } from '../../gateway.js';
import type { GraphAnswer } from '../../pipeline/graph-answer.js';
import type { Operation } from './write-operation.js';

/** A graph that is asked twice: through the gateway, and as one schema without any federation. */
export interface FuzzedGraph {
  name: string;
  apiSchema: GraphQLSchema;
  /** Texts that mean something in this graph, beside those that mean nothing in any. */
  words: readonly string[];
  askGateway(operation: Operation): Promise<GraphAnswer>;
  /** Why the gateway last refused or failed, as its log says. */
  reason(): string;
  askOracle(operation: Operation): Promise<ExecutionResult>;
  close(): Promise<void>;
}

/** What is asked here is meant to be odd, not to be cheap. */
export const generous: GatewayOptions['limits'] = {
  cost: 1e12,
  depth: 100,
  fields: 100_000,
  rootFields: 1000,
  aliases: 1000,
  directives: 1000,
  tokens: 100_000,
  documentBytes: 1_000_000,
};
