import { SubgraphSilent } from '../errors/gateway-error.js';
import type { EntityGroup, PlanStep } from '../plan/planner.js';
import type { SupergraphTypes } from '../supergraph/supergraph-types.js';
import { SubgraphOperation, type SubgraphAnswer } from '../transport/transport.js';
import { identified, type IsAsked } from './entity-identity.js';
import { isFields, type Fields, type Path } from './fields.js';
import { mergeInto } from './merge.js';
import { walkOf, type Walk } from './path-walker.js';
import { representOf, type Represent } from './representation.js';
import { rewritesOf, type Apply } from './rewrite.js';
import { codeOf, inClientWords, pathOf, renamesOf, type Step } from './root-step.js';
import type { Run } from './run.js';
import { selectedKeys, type SelectedKey } from './selection-tree.js';
import { Shape } from './shape.js';

interface Group {
  alias: string;
  variable: string;
  walks: readonly Walk[];
  represent: Represent;
  rewrite: Apply | undefined;
  renamed: ReadonlyMap<string, string>;
  keys: readonly { key: string; types: ReadonlySet<string> | undefined }[];
  copies: boolean;
  shape: Shape;
  isAsked: IsAsked | undefined;
}

/** The representations sent under one variable; equal ones are sent once. */
class Representations {
  readonly texts: string[] = [];
  readonly #positions = new Map<string, number>();

  add(text: string): number {
    let position = this.#positions.get(text);
    if (position === undefined) {
      position = this.texts.push(text) - 1;
      this.#positions.set(text, position);
    }
    return position;
  }
}

/** What one group asked in one run: the objects waiting, and which representation speaks for each. */
interface Asked {
  group: Group;
  sent: Representations;
  waiting: Map<Fields, number>;
}

type EntityStep = Extract<PlanStep, { kind: 'entities' }>;

/** Compiles a fetch of entities: finds them, represents each once, and merges the answers where they stand. */
export function entityStep(
  step: EntityStep,
  copied: ReadonlySet<EntityGroup>,
  types: SupergraphTypes,
): Step {
  const { service, variables } = step.operation;
  const { text, isAsked, keys: askedKeys } = identified(step.operation, step.groups, types);
  const plain = new SubgraphOperation(step.operation.text);
  const telling = new SubgraphOperation(text);
  let tellsKeys = askedKeys.size > 0;
  const keys = selectedKeys(step.operation.text);
  const groups = step.groups.map((group) => groupOf(group, { keys, copied, types, isAsked }));
  return async (run) => {
    const asked = prepare(run, groups);
    if (asked.every(({ sent }) => sent.texts.length === 0)) return;
    const given = variablesText(run, asked, variables);
    let answer = await run.ask(service, tellsKeys ? telling : plain, given);
    if (tellsKeys && typeof answer !== 'string' && failsOn(askedKeys, answer)) {
      // A subgraph that resolves an entity without its key; it is asked as the plan says from now on.
      tellsKeys = false;
      answer = await run.ask(service, plain, given);
    }
    if (typeof answer === 'string') {
      for (const one of asked) run.report(answer, placesOf(run, one));
      return;
    }
    reportErrors(run, answer, asked);
    const { data } = answer;
    if (!data && answer.errors) run.silent.set(service, codeOf(answer.errors[0]));
    const usable = asked.filter((one) => merge(run, one, { answer, service, types, tellsKeys }));
    if (data && usable.length === asked.length) run.answered(service);
  };
}

function groupOf(
  group: EntityGroup,
  known: {
    keys: readonly SelectedKey[];
    copied: ReadonlySet<EntityGroup>;
    types: SupergraphTypes;
    isAsked: ReadonlyMap<string, IsAsked>;
  },
): Group {
  const below = known.keys
    .filter(({ key }) => key === group.alias)
    .flatMap((selected) => selected.below ?? []);
  const renamed = renamesOf(group.outputRewrites);
  return {
    alias: group.alias,
    variable: group.variable,
    walks: group.paths.map((path) => walkOf(path, known.types)),
    represent: representOf(group.requires, group.inputRewrites, known.types),
    rewrite: rewritesOf(group.outputRewrites, known.types),
    renamed,
    keys: below
      .filter(({ key }) => key !== '__typename')
      .map(({ key, type }) => ({
        key,
        types: type === undefined ? undefined : known.types.satisfying(type),
      })),
    copies: known.copied.has(group),
    shape: new Shape(below, renamed),
    isAsked: known.isAsked.get(group.alias),
  };
}

function prepare(run: Run, groups: readonly Group[]): Asked[] {
  const lists = new Map<string, Representations>();
  return groups.map((group) => {
    const sent = lists.get(group.variable) ?? new Representations();
    lists.set(group.variable, sent);
    const waiting = new Map<Fields, number>();
    const visit = (fields: Fields): void => {
      if (waiting.has(fields)) return;
      const text = group.represent(fields);
      if (text !== undefined) waiting.set(fields, sent.add(text));
    };
    for (const walk of group.walks) walk(run.data, visit);
    return { group, sent, waiting };
  });
}

function variablesText(run: Run, asked: readonly Asked[], variables: readonly string[]): string {
  const lists = new Map(asked.map(({ group, sent }) => [group.variable, sent]));
  const own = run.variablesText(variables.filter((name) => !lists.has(name)));
  const texts = [...lists].map(
    ([variable, { texts }]) => `${JSON.stringify(variable)}:[${texts.join(',')}]`,
  );
  return `{${[...(own ? [own] : []), ...texts].join(',')}}`;
}

/** Merges the entities of one group where they stand; false when they cannot be used. */
function merge(
  run: Run,
  asked: Asked,
  got: { answer: SubgraphAnswer; service: string; types: SupergraphTypes; tellsKeys: boolean },
): boolean {
  const { group, sent, waiting } = asked;
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
  const by = { shape: group.shape, types: got.types };
  for (const [target, position] of waiting) {
    const entity = entities[position];
    if (entity) mergeInto(target, group.copies ? group.shape.copyOf(entity) : entity, by);
  }
  return true;
}

/** True when there is one entity or null for each that was asked for, and none is seen to be another. */
function isAnswer(
  entities: unknown,
  { group, sent, waiting }: Asked,
  tellsKeys: boolean,
): entities is readonly (Fields | null)[] {
  if (!Array.isArray(entities) || entities.length !== sent.texts.length) return false;
  if (!entities.every((entity) => entity === null || isFields(entity))) return false;
  if (!tellsKeys) return true;
  for (const [target, position] of waiting) {
    const entity = entities[position];
    if (isFields(entity) && group.isAsked?.(target, entity) === false) return false;
  }
  return true;
}

/** True when an answer has an error at a key that the plan did not ask for. */
function failsOn(keys: ReadonlySet<string>, { errors = [] }: SubgraphAnswer): boolean {
  return errors.some((error) => {
    const path = pathOf(error);
    return path?.length === 3 && keys.has(String(path[2]));
  });
}

function reportErrors(run: Run, answer: SubgraphAnswer, asked: readonly Asked[]): void {
  for (const error of answer.errors ?? []) {
    const [alias, position, ...rest] = pathOf(error) ?? [];
    const one = asked.find(({ group }) => group.alias === alias);
    if (!one || typeof position !== 'number') {
      for (const each of one ? [one] : asked) run.report(codeOf(error), placesOf(run, each));
      continue;
    }
    const places =
      rest.length > 0
        ? entityPaths(run, one, position).map((path) => path.concat(rest))
        : placesOf(run, one, position);
    // An error about an entity nobody asked for is an error all the same.
    const told = places.length > 0 ? places : placesOf(run, one);
    run.report(
      codeOf(error),
      told.map((place) => inClientWords(place, one.group.renamed)),
    );
  }
}

/** Where in the answer the entity of one representation stands. */
function entityPaths(run: Run, { group, waiting }: Asked, position: number): Path[] {
  const paths: Path[] = [];
  const path: Path = [];
  const visit = (fields: Fields): void => {
    if (waiting.get(fields) === position) paths.push([...path]);
  };
  for (const walk of group.walks) walk(run.data, visit, path);
  return paths;
}

/** Every field the group was to fill, at every place of one entity or of all. */
function placesOf(run: Run, { group, waiting }: Asked, position?: number): Path[] {
  const places: Path[] = [];
  const path: Path = [];
  const visit = (fields: Fields): void => {
    const own = waiting.get(fields);
    if (own === undefined || (position !== undefined && own !== position)) return;
    const name = String(fields['__typename']);
    for (const { key, types } of group.keys) {
      if (!types || types.has(name)) places.push([...path, key]);
    }
  };
  for (const walk of group.walks) walk(run.data, visit, path);
  return places.map((place) => inClientWords(place, group.renamed));
}
