import type { DocumentNode } from 'graphql';
import type { Fields } from '../execute/fields.js';
import type { Projection } from '../execute/projection.js';
import type { Step } from '../execute/root-step.js';
import type { Variant } from './variant.js';

/** One operation, planned and compiled: nothing of it is looked up again while it runs. */
export interface CompiledOperation {
  readonly variant: Variant;
  /** Runs the plan; undefined when no subgraph is needed. */
  readonly program: Step | undefined;
  readonly project: (data: Fields, projection: Projection) => Fields | null;
  /** What the gateway answers itself from the schema, if anything is asked of it. */
  readonly introspection: DocumentNode | undefined;
  /** Bytes it takes in the cache, as estimated. */
  readonly bytes: number;
}
