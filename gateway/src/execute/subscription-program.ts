import type { PlanStep } from '../plan/planner.js';
import type { SupergraphTypes } from '../supergraph/supergraph-types.js';
import type { SubgraphAnswer } from '../transport/transport.js';
import { mergeInto } from './merge.js';
import { restProgramOf } from './program.js';
import { rewritesOf } from './rewrite.js';
import { codeOf, inClientWords, inputOf, pathOf, renamesOf } from './root-step.js';
import type { Run } from './run.js';
import { selectedKeys } from './selection-tree.js';
import { Shape } from './shape.js';

/** A plan whose first step is subscribed to, and whose others are done again for every event. */
export interface SubscriptionProgram {
  /** The subgraph that tells the events. */
  readonly service: string;
  /** What it is asked. */
  readonly text: string;
  /** The names of the variables that this uses. */
  readonly variables: readonly string[];
  /** Whether all of what it is asked is public: then it is asked in nobody's name. */
  readonly isPublic: boolean;
  /** Whether all of what is learned for an event is: then it is the same for everybody who asks this. */
  readonly isWhollyPublic: boolean;
  /** Takes in one event and learns the rest of it; what goes wrong is reported in the run. */
  tell(run: Run, event: SubgraphAnswer): Promise<void>;
}

type SubscriptionStep = Extract<PlanStep, { kind: 'subscription' }>;

/** Compiles the plan of a subscription, once; undefined when the plan is of something else. */
export function subscriptionProgramOf(
  plan: PlanStep,
  types: SupergraphTypes,
): SubscriptionProgram | undefined {
  const steps = plan.kind === 'sequence' ? plan.steps : [plan];
  const [first, ...others] = steps;
  if (first?.kind !== 'subscription') return undefined;
  const rest = restProgramOf(plan, others, types);
  const takeIn = takingIn(first, types);
  const { service, text, variables } = first.operation;
  const { isPublic } = types.publicFetches.of(first.operation);
  return {
    service,
    text,
    variables,
    isPublic,
    isWhollyPublic: isPublic && others.every((step) => isPublicStep(step, types)),
    tell: async (run, event) => {
      // What was kept may be from before the change that the event tells of.
      run.readAnew();
      if (takeIn(run, event)) await rest(run);
    },
  };
}

function isPublicStep(step: PlanStep, types: SupergraphTypes): boolean {
  switch (step.kind) {
    case 'root':
      return types.publicFetches.of(step.operation).isPublic;
    case 'entities':
      return types.publicFetches.of(step.operation, step.groups).isPublic;
    case 'sequence':
    case 'parallel':
      return step.steps.every((inner) => isPublicStep(inner, types));
    case 'condition':
      return [step.whenTrue, step.whenFalse].every((inner) => !inner || isPublicStep(inner, types));
    case 'subscription':
      return false;
  }
}

/** Merges an event at the root; false when there was nothing to merge. */
function takingIn(
  { operation, rewrites }: SubscriptionStep,
  types: SupergraphTypes,
): (run: Run, event: SubgraphAnswer) => boolean {
  const { variables } = operation;
  const selected = selectedKeys(operation.text);
  const keys = [...new Set(selected.map(({ key }) => key))];
  const rewrite = rewritesOf(rewrites, types);
  const renamed = renamesOf(rewrites);
  const shape = new Shape(selected, renamed);
  return (run, { data, errors = [] }) => {
    for (const error of errors) {
      const path = pathOf(error);
      const places = path ? [path] : keys.map((key) => [key]);
      run.report(
        codeOf(error),
        places.map((place) => inClientWords(place, renamed)),
        inputOf(error, { selected, variables }, path),
      );
    }
    if (!data) return false;
    run.answered(operation.service);
    // Many streams read one event, and what each learns besides is written into its objects.
    const own = shape.copyOf(data);
    rewrite?.(own);
    mergeInto(run.data, own, { shape, types });
    return true;
  };
}
