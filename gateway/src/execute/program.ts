import type { EntityGroup, PlanStep } from '../plan/planner.js';
import type { SupergraphTypes } from '../supergraph/supergraph-types.js';
import { entityStep } from './entity-step.js';
import { rootStep, type Step } from './root-step.js';
import { groupsToCopy } from './sharing.js';
import type { VerbatimPlan } from './verbatim/verbatim-plan.js';

/** Compiles a plan, once, into one function that runs it. */
export function programOf(plan: PlanStep, types: SupergraphTypes, verbatim?: VerbatimPlan): Step {
  return stepOf(plan, { copied: groupsToCopy(plan), verbatim }, types);
}

/** What the whole of a plan decides about its steps. */
interface InPlan {
  copied: ReadonlySet<EntityGroup>;
  verbatim: VerbatimPlan | undefined;
}

/** Compiles what follows the first step of a plan, with the whole plan in view. */
export function restProgramOf(
  plan: PlanStep,
  rest: readonly PlanStep[],
  types: SupergraphTypes,
): Step {
  const copied = groupsToCopy(plan);
  return inOrder(rest.map((step) => stepOf(step, { copied, verbatim: undefined }, types)));
}

function stepOf(step: PlanStep, inPlan: InPlan, types: SupergraphTypes): Step {
  switch (step.kind) {
    case 'root':
      return rootStep(step, types, inPlan.verbatim?.roots.get(step));
    case 'entities':
      return entityStep(
        step,
        { copied: inPlan.copied, types },
        inPlan.verbatim?.entities.get(step),
      );
    case 'sequence':
      return inOrder(step.steps.map((inner) => stepOf(inner, inPlan, types)));
    case 'parallel':
      return atOnce(step.steps.map((inner) => stepOf(inner, inPlan, types)));
    case 'condition':
      return eitherOr(step.variable, {
        whenTrue: step.whenTrue && stepOf(step.whenTrue, inPlan, types),
        whenFalse: step.whenFalse && stepOf(step.whenFalse, inPlan, types),
      });
    case 'subscription':
      throw new Error('A plan subscribes where it should fetch; only its first step may.');
  }
}

function inOrder(steps: readonly Step[]): Step {
  return async (run) => {
    for (const step of steps) await step(run);
  };
}

function atOnce(steps: readonly Step[]): Step {
  return async (run) => {
    await Promise.all(steps.map((step) => step(run)));
  };
}

function eitherOr(
  variable: string,
  branch: { whenTrue: Step | undefined; whenFalse: Step | undefined },
): Step {
  return async (run) => {
    await (run.variables[variable] === true ? branch.whenTrue : branch.whenFalse)?.(run);
  };
}
