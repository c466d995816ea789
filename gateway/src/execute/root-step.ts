import type { RefusedInput } from '@manabi/kit/refused-input';
import { KeptAnswers, secondsToKeep } from '../cache/kept-answers.js';
import type { ErrorCode } from '../errors/codes.js';
import { codeOfDepartment } from '../errors/codes.js';
import { refusedInputOf } from '../errors/refused-input.js';
import type { PlanStep } from '../plan/planner.js';
import type { SupergraphTypes } from '../supergraph/supergraph-types.js';
import { TextAnswer } from '../transport/text-answer.js';
import {
  SubgraphOperation,
  VerbatimOperation,
  type SubgraphAnswer,
  type SubgraphError,
} from '../transport/transport.js';
import { isFields, type Fields, type Path } from './fields.js';
import { mergeInto } from './merge.js';
import { walkOf, type Walk } from './path-walker.js';
import { rewritesOf } from './rewrite.js';
import type { Run } from './run.js';
import { isAlong, selectedKeys, type SelectedKey } from './selection-tree.js';
import { Shape } from './shape.js';
import type { VerbatimRoot } from './verbatim/verbatim-plan.js';

/** Does one step of a plan. It never rejects: what goes wrong is reported in the run. */
export type Step = (run: Run) => Promise<void>;

type RootStep = Extract<PlanStep, { kind: 'root' }>;

/** Compiles a fetch of root fields, whose answer is merged at the root or at the given path. */
export function rootStep(step: RootStep, types: SupergraphTypes, verbatim?: VerbatimRoot): Step {
  const { service, text, kind, variables } = step.operation;
  const { isPublic, isKept } = types.publicFetches.of(step.operation);
  const operation = new SubgraphOperation(text, kind === 'mutation' ? kind : 'query', isPublic);
  const asText = verbatim && new VerbatimOperation(text, isPublic, verbatim.reader);
  const selected = selectedKeys(text);
  const keys = [...new Set(selected.map(({ key }) => key))];
  const rewrite = rewritesOf(step.rewrites, types);
  const renamed = renamesOf(step.rewrites);
  const asked = { selected, variables, renamed, nested: step.at.length > 0 };
  const shape = new Shape(selected, renamed);
  const kept = new KeptAnswers({ service, text, rewrites: step.rewrites }, shape);
  const walk = walkOf(step.at, types);
  const placesIn = placesAt(walk, keys);
  const put = (run: Run, data: Fields): void => {
    if (step.at.length === 0) return mergeInto(run.data, data, { shape, types });
    walk(run.data, (target: Fields) => mergeInto(target, shape.copyOf(data), { shape, types }));
  };
  return async (run) => {
    const given = run.variablesText(variables);
    const shelf = isKept ? run.shelf(service) : undefined;
    const known = shelf && kept.find(shelf, kept.under(given));
    if (known) return put(run, known);
    const isAsText = asText && run.verbatim && !shelf;
    const answer = await run.ask(service, isAsText ? asText : operation, `{${given}}`);
    if (verbatim && learnt(run, answer, { verbatim, put })) return run.answered(service);
    if (typeof answer === 'string') return run.report(answer, placesIn(run));
    reportErrors(run, answer, { ...asked, places: () => placesIn(run) });
    const { data } = answer;
    if (!data) {
      if (answer.errors) run.silent.set(service, codeOf(answer.errors[0]));
      return;
    }
    run.answered(service);
    rewrite?.(data);
    const seconds = shelf ? secondsToKeep(answer) : 0;
    if (shelf && seconds !== 0) kept.keep(shelf, kept.under(given), { fields: data, seconds });
    put(run, data);
  };
}

/** Takes an answer in as text; false where it cannot be, or where the run needs objects by now. */
function learnt(
  run: Run,
  answer: SubgraphAnswer | ErrorCode,
  { verbatim, put }: { verbatim: VerbatimRoot; put: (run: Run, data: Fields) => void },
): boolean {
  const asText = run.verbatim;
  if (!asText || !(answer instanceof TextAnswer)) return false;
  const read = answer.readBy(verbatim.reader);
  if (!read) return false;
  asText.root.add(verbatim.number, read.data);
  asText.learn(answer, read, () => put(run, answer.data));
  return true;
}

/** Finds every field the fetch was to fill. */
function placesAt(walk: Walk, keys: readonly string[]): (run: Run) => Path[] {
  return (run) => {
    const places: Path[] = [];
    const path: Path = [];
    walk(run.data, () => places.push(...keys.map((key) => path.concat(key))), path);
    return places;
  };
}

interface Placing extends AskedFor {
  places: () => Path[];
  renamed: ReadonlyMap<string, string>;
  nested: boolean;
}

function reportErrors(run: Run, answer: SubgraphAnswer, placing: Placing): void {
  for (const error of answer.errors ?? []) {
    if (run.hasErrorsEnough) return;
    const path = pathOf(error);
    const own = placing.nested ? undefined : path;
    const places = own ? [own] : placing.places();
    run.report(
      codeOf(error),
      places.map((place) => inClientWords(place, placing.renamed)),
      inputOf(error, placing, own),
    );
  }
}

/** The keys a planner renamed for itself, and what they are called again in the answer. */
export function renamesOf(rewrites: RootStep['rewrites']): ReadonlyMap<string, string> {
  const renames = new Map<string, string>();
  for (const { path, change } of rewrites) {
    const last = path.at(-1);
    if (typeof last === 'string' && 'renameTo' in change) renames.set(last, change.renameTo);
  }
  return renames;
}

/** A path with the planner's own names undone. */
export function inClientWords(path: Path, renamed: ReadonlyMap<string, string>): Path {
  return renamed.size === 0 ? path : path.map((segment) => renamed.get(String(segment)) ?? segment);
}

/** Steps of a path at most; no operation is as deep, and clients are told it again. */
const stepsAtMost = 200;

/** The path of a subgraph's error, if it is one. */
export function pathOf(error: SubgraphError): Path | undefined {
  const { path } = error;
  if (!Array.isArray(path) || path.length === 0 || path.length > stepsAtMost) return undefined;
  const isPath = path.every(
    (segment) => typeof segment === 'string' || Number.isSafeInteger(segment),
  );
  // Every segment has just been looked at.
  return isPath ? (path as Path) : undefined;
}

/** What a subgraph was asked for and sent, as far as it may say that it does not accept it. */
export interface AskedFor {
  readonly selected: readonly SelectedKey[];
  /** The names of the client's variables. */
  readonly variables: readonly string[];
}

/**
 * What a subgraph says it does not accept: arguments of a field that it was asked for, at its path, and variables that
 * were sent to it.
 */
export function inputOf(
  error: SubgraphError,
  { selected, variables }: AskedFor,
  path: Path | undefined,
): readonly RefusedInput[] | undefined {
  const refused = refusedInputOf(error);
  if (!refused) return undefined;
  const isOfField = path !== undefined && isAlong(selected, path);
  return refused.filter(({ argument }) =>
    argument.startsWith('$') ? variables.includes(argument.slice(1)) : isOfField,
  );
}

/** The code a client may read of a subgraph's error. */
export function codeOf(error: SubgraphError | undefined): ErrorCode {
  const extensions = error?.extensions;
  return codeOfDepartment(isFields(extensions) ? extensions['code'] : undefined);
}
