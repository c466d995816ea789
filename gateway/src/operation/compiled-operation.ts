import type { DocumentNode } from 'graphql';
import type { Decisions } from '../access-record/protected-coordinates.js';
import type { Fields } from '../execute/fields.js';
import type { Projection } from '../execute/projection.js';
import type { Step } from '../execute/root-step.js';
import type { VerbatimPlan } from '../execute/verbatim/verbatim-plan.js';
import type { PlanStep } from '../plan/planner.js';
import type { SubscriptionProgram } from '../execute/subscription-program.js';
import type { Variant } from './variant.js';

/** One operation, planned and compiled: nothing of it is looked up again while it runs. */
export interface CompiledOperation {
  readonly variant: Variant;
  /** The plan, for who may have it explained; undefined when no subgraph is needed. */
  readonly plan: PlanStep | undefined;
  /** What was decided about the protected fields it asks for; undefined when it asks for none. */
  readonly decisions: Decisions | undefined;
  /** Runs the plan; undefined when no subgraph is needed. */
  readonly program: Step | undefined;
  /** What is subscribed to, when the operation is a subscription of which the caller may see anything. */
  readonly subscription: SubscriptionProgram | undefined;
  readonly project: (data: Fields, projection: Projection) => Fields | null;
  /** The text of an answer's data where nothing is amiss, else undefined. */
  readonly write: (data: Fields) => string | undefined;
  /** How answers are passed on as text; undefined where they have to be parsed. */
  readonly verbatim: VerbatimPlan | undefined;
  /** What the gateway answers itself from the schema, if anything is asked of it. */
  readonly introspection: DocumentNode | undefined;
  /** The document that was planned; undefined when nothing had to be. */
  readonly planned: string | undefined;
  /** Bytes it takes in the cache, as estimated. */
  readonly bytes: number;
}
