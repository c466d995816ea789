import { SubgraphSilent } from '../errors/gateway-error.js';
import type { EntityGroup, PlanStep } from '../plan/planner.js';
import type { SupergraphTypes } from '../supergraph/supergraph-types.js';
import type { SubgraphAnswer } from '../transport/transport.js';
import { copyOf, isFields, type Fields, type Path } from './fields.js';
import { mergeInto } from './merge.js';
import { walkOf, type Walk } from './path-walker.js';
import { representOf, type Represent } from './representation.js';
import { rewritesOf, type Apply } from './rewrite.js';
import { codeOf, inClientWords, pathOf, renamesOf, type Step } from './root-step.js';
import type { Run } from './run.js';
import { selectedKeys, type SelectedKey } from './selection-tree.js';

interface Group {
  alias: string;
  variable: string;
  walks: readonly Walk[];
  represent: Represent;
  rewrite: Apply | undefined;
  renamed: ReadonlyMap<string, string>;
  keys: readonly { key: string; types: ReadonlySet<string> | undefined }[];
  copies: boolean;
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
  const { service, text, variables } = step.operation;
  const keys = selectedKeys(text);
  const groups = step.groups.map((group) => groupOf(group, { keys, copied, types }));
  return async (run) => {
    const asked = prepare(run, groups);
    if (asked.every(({ sent }) => sent.texts.length === 0)) return;
    const answer = await run.ask(service, text, variablesText(run, asked, variables));
    if (typeof answer === 'string') {
      for (const one of asked) run.report(answer, placesOf(run, one));
      return;
    }
    reportErrors(run, answer, asked);
    const { data } = answer;
    if (!data && answer.errors) run.silent.set(service, codeOf(answer.errors[0]));
    for (const one of asked) merge(run, one, { answer, service, types });
  };
}

function groupOf(
  group: EntityGroup,
  known: { keys: readonly SelectedKey[]; copied: ReadonlySet<EntityGroup>; types: SupergraphTypes },
): Group {
  const below = known.keys.filter(({ key }) => key === group.alias);
  return {
    alias: group.alias,
    variable: group.variable,
    walks: group.paths.map((path) => walkOf(path, known.types)),
    represent: representOf(group.requires, group.inputRewrites, known.types),
    rewrite: rewritesOf(group.outputRewrites, known.types),
    renamed: renamesOf(group.outputRewrites),
    keys: below
      .flatMap((selected) => selected.below ?? [])
      .filter(({ key }) => key !== '__typename')
      .map(({ key, type }) => ({
        key,
        types: type === undefined ? undefined : known.types.satisfying(type),
      })),
    copies: known.copied.has(group),
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

function merge(
  run: Run,
  asked: Asked,
  got: { answer: SubgraphAnswer; service: string; types: SupergraphTypes },
): void {
  const { group, sent, waiting } = asked;
  const entities = got.answer.data?.[group.alias];
  if (entities === undefined || entities === null) {
    if (!got.answer.errors && sent.texts.length > 0) malformed(run, asked, got.service);
    return;
  }
  const isAnswer =
    Array.isArray(entities) &&
    entities.length === sent.texts.length &&
    entities.every((entity) => entity === null || isFields(entity));
  if (!isAnswer) return malformed(run, asked, got.service);
  group.rewrite?.(entities);
  for (const [target, position] of waiting) {
    const entity: unknown = entities[position];
    if (isFields(entity)) mergeInto(target, group.copies ? copyOf(entity) : entity, got.types);
  }
}

function malformed(run: Run, asked: Asked, service: string): void {
  const failure = new SubgraphSilent('SUBGRAPH_ANSWER_MALFORMED', 'the entities do not match');
  run.report(run.failed(service, failure), placesOf(run, asked));
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
    run.report(
      codeOf(error),
      places.map((place) => inClientWords(place, one.group.renamed)),
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
