import { type Gateway, createGateway } from '@manabi/gateway/gateway';
import { type Caller, anonymous } from '@manabi/gateway/identity/caller';
import { apiSchemaOf } from '@manabi/gateway/supergraph/api-schema';
import { type GraphQLSchema, isEnumType, parse } from 'graphql';
import { pino } from 'pino';

import { departments } from '../../src/city/departments.js';
import { printGraph } from '../../src/graph/graph.js';
import type { TestCity } from '../open-test-city.js';
import { type Question, everyQuestion } from './every-question.js';

/** The contract of the city; who asks at it may ask everything that it says. */
const graph = printGraph(departments);

/** So much that nothing is refused: who asks in many small questions learns the same. */
const enough = 1_000_000_000;

/** Errors that only say that somebody may not see a field, or has to say more to be told anything. */
const refusals: ReadonlySet<unknown> = new Set(['FORBIDDEN', 'UNAUTHENTICATED', 'BAD_USER_INPUT']);

/** Where somebody asks, and as whom. */
interface Place {
  readonly sdl: string;
  readonly contract: 'public' | 'full';
  readonly caller: Caller;
  /** Whether there are fields that are refused. */
  readonly isRefused: boolean;
}

/** Whoever asks at a graph of a city, and to whom no answer is given that was kept. */
export class Asking {
  readonly #gateway: Gateway;
  readonly #caller: Caller;
  readonly #isRefused: boolean;
  readonly schema: GraphQLSchema;

  constructor(city: TestCity, { sdl, contract, caller, isRefused }: Place) {
    this.#caller = caller;
    this.#isRefused = isRefused;
    this.schema = apiSchemaOf(parse(sdl));
    this.#gateway = createGateway({
      supergraphSdl: sdl,
      subgraphs: city.services.transports,
      contract,
      mode: 'development',
      deadline: 120_000,
      limits: {
        cost: enough,
        fields: enough,
        aliases: enough,
        tokens: enough,
        documentBytes: enough,
      },
      ways: { sharing: false },
      log: pino({ level: 'silent' }),
    });
  }

  /** The answer to one question, which must be whole but for what is refused. */
  async ask(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<unknown> {
    const { data, errors = [] } = await this.#gateway.execute(
      { query, variables },
      { caller: this.#caller },
    );
    const broken = errors.filter(
      ({ extensions }) => !this.#isRefused || !refusals.has(extensions?.['code']),
    );
    if (broken.length > 0)
      throw new Error(`${query.slice(0, 200)}: ${JSON.stringify(broken.slice(0, 3))}`);
    return data;
  }

  /** Everything that the graph answers so many levels deep, under the names of the fields of its root. */
  async askEverything(depth: number): Promise<Map<string, string>> {
    const told = new Map<string, string>();
    for (const { root, query } of questionsOf(this.schema, depth))
      told.set(root, JSON.stringify(await this.ask(query)));
    told.set('readings', JSON.stringify(await this.ask(readings)));
    for (const sort of enumNames(this.schema, 'OpportunitySort'))
      told.set(sort, JSON.stringify(await this.ask(sorted, listOf({ sort }))));
    for (const state of enumNames(this.schema, 'ApplicationState'))
      told.set(state, JSON.stringify(await this.ask(sorted, listOf({ state }))));
    return told;
  }
}

/** Whoever asks at the public graph of a city, of whom nothing is known. */
export class Anybody extends Asking {
  constructor(city: TestCity) {
    super(city, { sdl: graph.public, contract: 'public', caller: anonymous, isRefused: false });
  }

  /** Everything that can be subscribed to. */
  get subscriptions(): string[] {
    return Object.keys(this.schema.getSubscriptionType()?.getFields() ?? {});
  }
}

/** A system of a department or of an analyst, which asks at the departments' graph with these scopes. */
export class Registered extends Asking {
  constructor(city: TestCity, role: 'department' | 'analyst', scopes: readonly string[]) {
    const caller = { role, subject: 'attacker', client: 'attacker', scopes };
    super(city, { sdl: graph.supergraph, contract: 'full', caller, isRefused: true });
  }
}

/** Every scope that some field of the departments' graph asks for. */
export const everyScope: readonly string[] = [
  ...new Set(
    [...graph.supergraph.matchAll(/@requiresScopes\(scopes: (\[\[.*?\]\])\)/g)].flatMap(
      ([, said = '']) => [...said.matchAll(/"([^"]+)"/g)].map(([, scope = '']) => scope),
    ),
  ),
].toSorted();

/** How far the index has read each department, without the moments, which differ from one to the next. */
const readings = '{ opportunities(first: 1) { readings { department position } } }';

/** What lists tell by their order and by what they leave out. */
const sorted = `query ($sort: OpportunitySort!, $filter: OpportunityFilter) {
  opportunities(sort: $sort, filter: $filter, first: 100) { totalCount { value isExact }
    facets { field values { code count } } edges { cursor indexedAt seats { capacity left waiting } } } }`;

/** The list in one order, or of what is in one state only; what is over and cancelled too. */
const listOf = ({
  sort = 'STARTS_AT',
  state,
}: {
  sort?: string;
  state?: string;
}): Readonly<Record<string, unknown>> => ({
  sort,
  filter: {
    ...(state && { applicationStates: [state] }),
    includePast: true,
    includeCancelled: true,
    ...(sort === 'DISTANCE' && { near: { latitude: 35.72, longitude: 139.54, metres: 50_000 } }),
  },
});

function enumNames(schema: GraphQLSchema, name: string): string[] {
  const type = schema.getType(name);
  return isEnumType(type) ? type.getValues().map((value) => value.name) : [];
}

const questionsOf = (schema: GraphQLSchema, depth: number): Question[] =>
  everyQuestion(schema, depth).filter(({ root }) => !root.startsWith('_'));
