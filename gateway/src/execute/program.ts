import type { EntityGroup, PlanStep } from '../plan/planner.js';
import type { SupergraphTypes } from '../supergraph/supergraph-types.js';
import { entityStep } from './entity-step.js';
import { rootStep, type Step } from './root-step.js';
import { groupsToCopy } from './sharing.js';

/** Compiles a plan, once, into one function that runs it. */
export function programOf(plan: PlanStep, types: SupergraphTypes): Step {
  return stepOf(plan, groupsToCopy(plan), types);
}

/** Compiles what follows the first step of a plan, with the whole plan in view. */
export function restProgramOf(
  plan: PlanStep,
  rest: readonly PlanStep[],
  types: SupergraphTypes,
): Step {
  const copied = groupsToCopy(plan);
  return inOrder(rest.map((step) => stepOf(step, copied, types)));
}

function stepOf(step: PlanStep, copied: ReadonlySet<EntityGroup>, types: SupergraphTypes): Step {
  switch (step.kind) {
    case 'root':
      return rootStep(step, types);
    case 'entities':
      return entityStep(step, copied, types);
    case 'sequence':
      return inOrder(step.steps.map((inner) => stepOf(inner, copied, types)));
    case 'parallel':
      return atOnce(step.steps.map((inner) => stepOf(inner, copied, types)));
    case 'condition':
      return eitherOr(step.variable, {
        whenTrue: step.whenTrue && stepOf(step.whenTrue, copied, types),
        whenFalse: step.whenFalse && stepOf(step.whenFalse, copied, types),
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
