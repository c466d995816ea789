import type { GraphQLSchema } from 'graphql';
import type { Permissions } from '../supergraph/permissions.js';
import type { SupergraphTypes } from '../supergraph/supergraph-types.js';
import type { ClientOperation, Conditions } from './client-operation.js';
import type { PlanKeys } from './plan-keys.js';

/** One operation with everything decided that decides about its plan: conditions and permissions. */
export interface Variant {
  readonly operation: ClientOperation;
  readonly conditions: Conditions;
  readonly permissions: Permissions;
  readonly keys: PlanKeys;
  /** What clients see. */
  readonly apiSchema: GraphQLSchema;
  /** The whole supergraph, hidden types included. */
  readonly types: SupergraphTypes;
}
