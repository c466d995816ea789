import type { Shelf } from '../cache/answer-cache.js';
import { secondsToKeep } from '../cache/kept-answers.js';
import { SubgraphSilent } from '../errors/gateway-error.js';
import type { EntityGroup, PlanStep } from '../plan/planner.js';
import type { SupergraphTypes } from '../supergraph/supergraph-types.js';
import type { SubgraphAnswer } from '../transport/transport.js';
import { askerOf, type Ask, type Got } from './entity-asker.js';
import { placesOf, reportErrors } from './entity-errors.js';
import { Asked, groupOf, Representations, type Group } from './entity-group.js';
import { identified } from './entity-identity.js';
import { isFields, type Fields } from './fields.js';
import { mergeInto } from './merge.js';
import { codeOf, type Step } from './root-step.js';
import type { Run } from './run.js';
import { selectedKeys } from './selection-tree.js';
import { AskedPieces } from './verbatim/asked-pieces.js';
import type { VerbatimEntities } from './verbatim/verbatim-plan.js';

type EntityStep = Extract<PlanStep, { kind: 'entities' }>;

/**
 * Compiles a fetch of entities: finds them, represents each once, and merges the answers where they stand. As long
 * as a run has learned everything as text, so is this.
 */
export function entityStep(
  step: EntityStep,
  { copied, types }: { copied: ReadonlySet<EntityGroup>; types: SupergraphTypes },
  verbatim?: VerbatimEntities,
): Step {
  const { operation } = step;
  const { service } = operation;
  const { text, isAsked, keys: askedKeys } = identified(operation, step.groups, types);
  const { isPublic, isKept } = types.publicFetches.of(operation, step.groups);
  const aliases = new Map(step.groups.map(({ alias, variable }) => [alias, variable]));
  const reader = verbatim?.reader;
  const ask = askerOf(operation, { text, askedKeys, isPublic, reader, aliases });
  const keys = selectedKeys(operation.text);
  const lists = new Set(step.groups.map(({ variable }) => variable));
  const variables = operation.variables.filter((name) => !lists.has(name));
  const known = { operation, variables, keys, copied, types, isAsked, askedKeys };
  const groups = step.groups.map((group) => groupOf(group, known));
  const fetch: EntityFetch = { service, isKept, groups, variables, ask, types };
  return (run) => {
    const isKeeping = isKept && run.shelf(service) !== undefined;
    const isAsText = verbatim && run.verbatim && !isKeeping;
    return isAsText ? learnAsText(run, fetch, verbatim) : learnAsObjects(run, fetch);
  };
}

/** A fetch of entities, compiled. */
interface EntityFetch {
  service: string;
  isKept: boolean;
  groups: readonly Group[];
  /** The names of the operation's variables that are not lists of entities. */
  variables: readonly string[];
  ask: Ask;
  types: SupergraphTypes;
}

async function learnAsObjects(run: Run, fetch: EntityFetch): Promise<void> {
  const { service, isKept, groups, variables, ask, types } = fetch;
  const shelf = isKept ? run.shelf(service) : undefined;
  const own = run.variablesText(variables);
  const asked = prepare(run, groups, { keeping: shelf && { shelf, own } });
  if (shelf) recall(asked, types);
  if (asked.every(({ sent }) => sent.texts.length === 0)) return;
  take(run, { fetch, asked }, await ask(run, { own, lists: listsOf(asked) }, false));
}

async function learnAsText(
  run: Run,
  fetch: EntityFetch,
  verbatim: VerbatimEntities,
): Promise<void> {
  const { service, groups, variables, ask } = fetch;
  const pieces = new AskedPieces(verbatim, run.verbatim);
  if (pieces.isEmpty) return;
  const sent = { own: run.variablesText(variables), lists: pieces.lists };
  const got = await ask(run, sent, true);
  const parse = (): void => {
    take(run, { fetch, asked: prepare(run, groups, { lists: pieces.lists }) }, got);
  };
  if (pieces.learn(run, got.answer, parse)) run.answered(service);
  else parse();
}

/** Merges what was answered, and reports what went wrong. */
function take(
  run: Run,
  { fetch: { service, types }, asked }: { fetch: EntityFetch; asked: readonly Asked[] },
  { answer, tellsKeys }: Got,
): void {
  if (typeof answer === 'string') {
    for (const one of asked) run.report(answer, placesOf(run, one));
    return;
  }
  reportErrors(run, answer, asked);
  const { data } = answer;
  if (!data && answer.errors) run.silent.set(service, codeOf(answer.errors[0]));
  const got = { answer, service, types, tellsKeys };
  const usable = asked.filter((one) => merge(run, one, got));
  if (data && usable.length === asked.length) run.answered(service);
}

function prepare(
  run: Run,
  groups: readonly Group[],
  {
    keeping,
    lists = new Map(),
  }: {
    keeping?: { shelf: Shelf; own: string } | undefined;
    /** What is sent, or has been. */
    lists?: Map<string, Representations>;
  },
): Asked[] {
  return groups.map((group) => {
    const sent = lists.get(group.variable) ?? new Representations();
    lists.set(group.variable, sent);
    const kept = keeping && { shelf: keeping.shelf, keyed: group.kept.under(keeping.own) };
    const asked = new Asked(group, sent, kept);
    const visit = (fields: Fields): void => asked.add(fields);
    for (const walk of group.walks) walk(run.data, visit);
    return asked;
  });
}

/** Merges what was kept; only now, since the walks that found the places are over. */
function recall(asked: readonly Asked[], types: SupergraphTypes): void {
  for (const { group, targets, speaking } of asked) {
    const by = { shape: group.shape, types };
    for (const [index, target] of targets.entries()) {
      const kept = speaking[index]?.kept;
      // What is kept is only read from; what holds objects is written into later, so each has its own.
      if (kept) mergeInto(target, group.shape.isFlat ? kept : group.shape.copyOf(kept), by);
    }
  }
}

function listsOf(asked: readonly Asked[]): ReadonlyMap<string, Representations> {
  return new Map(asked.map(({ group, sent }) => [group.variable, sent]));
}

/** Keeps the entities of one group for others, before the run writes into them. */
function keep(
  { group, represented, keeping }: Asked,
  entities: readonly (Fields | null)[],
  answer: SubgraphAnswer,
): void {
  const seconds = keeping ? secondsToKeep(answer) : 0;
  if (!keeping || seconds === 0) return;
  for (const { position, text } of represented.all) {
    const fields = position === undefined ? undefined : entities[position];
    if (fields === undefined) continue;
    group.kept.keep(keeping.shelf, keeping.keyed + text, { fields, seconds });
  }
}

/** Merges the entities of one group where they stand; false when they cannot be used. */
function merge(
  run: Run,
  asked: Asked,
  got: {
    answer: SubgraphAnswer;
    service: string;
    types: SupergraphTypes;
    tellsKeys: boolean;
  },
): boolean {
  const { group, sent, targets, speaking } = asked;
  if (sent.texts.length === 0) return true;
  const entities = got.answer.data?.[group.alias];
  const isNothing = entities === undefined || entities === null;
  if (isNothing && got.answer.errors) return true;
  if (isNothing || !isAnswer(entities, asked, got.tellsKeys)) {
    const reason = 'the entities are not those that were asked for';
    const failure = new SubgraphSilent('wrong-shape', reason);
    run.report(run.failed(got.service, failure), placesOf(run, asked));
    return false;
  }
  group.rewrite?.(entities);
  keep(asked, entities, got.answer);
  const by = { shape: group.shape, types: got.types };
  for (let index = 0; index < targets.length; index++) {
    const target = targets[index];
    const position = speaking[index]?.position;
    const entity = position === undefined ? undefined : entities[position];
    if (target && entity) {
      mergeInto(target, group.copies ? group.shape.copyOf(entity) : entity, by);
    }
  }
  return true;
}

/** True when there is one entity or null for each that was asked for, and none is seen to be another. */
function isAnswer(
  entities: unknown,
  { group, sent, represented }: Asked,
  tellsKeys: boolean,
): entities is readonly (Fields | null)[] {
  if (!Array.isArray(entities) || entities.length !== sent.texts.length) return false;
  if (!entities.every((entity) => entity === null || isFields(entity))) return false;
  if (!tellsKeys) return true;
  // Objects that share a representative have the same keys.
  for (const { first, position } of represented.all) {
    const entity = position === undefined ? undefined : entities[position];
    if (isFields(entity) && group.isAsked?.(first, entity) === false) return false;
  }
  return true;
}
