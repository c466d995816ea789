import { type Gateway, createGateway } from '@manabi/gateway/gateway';
import { anonymous } from '@manabi/gateway/identity/caller';
import { apiSchemaOf } from '@manabi/gateway/supergraph/api-schema';
import { isEnumType, parse } from 'graphql';
import { pino } from 'pino';

import { departments } from '../../src/city/departments.js';
import { printGraph } from '../../src/graph/graph.js';
import type { TestCity } from '../open-test-city.js';
import { type Question, everyQuestion } from './every-question.js';

const sdl = printGraph(departments).public;
const open = apiSchemaOf(parse(sdl));

/** So much that nothing is refused: who asks in many small questions learns the same. */
const enough = 1_000_000_000;

/** Whoever asks at the public graph of a city, of whom nothing is known, and to whom no answer is given that was kept. */
export class Anybody {
  readonly #gateway: Gateway;

  constructor(city: TestCity) {
    this.#gateway = createGateway({
      supergraphSdl: sdl,
      subgraphs: city.services.transports,
      contract: 'public',
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

  /** The answer to one question, which must be whole. */
  async ask(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<unknown> {
    const { data, errors } = await this.#gateway.execute(
      { query, variables },
      { caller: anonymous },
    );
    if (errors) throw new Error(`${query.slice(0, 200)}: ${JSON.stringify(errors.slice(0, 3))}`);
    return data;
  }

  /** Everything that the graph answers so many levels deep, under the names of the fields of its root. */
  async askEverything(depth: number): Promise<Map<string, string>> {
    const told = new Map<string, string>();
    for (const { root, query } of questionsOf(depth))
      told.set(root, JSON.stringify(await this.ask(query)));
    for (const sort of enumNames('OpportunitySort'))
      told.set(sort, JSON.stringify(await this.ask(sorted, listOf({ sort }))));
    for (const state of enumNames('ApplicationState'))
      told.set(state, JSON.stringify(await this.ask(sorted, listOf({ state }))));
    return told;
  }
}

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

function enumNames(name: string): string[] {
  const type = open.getType(name);
  return isEnumType(type) ? type.getValues().map((value) => value.name) : [];
}

const questionsOf = (depth: number): Question[] =>
  everyQuestion(open, depth).filter(({ root }) => !root.startsWith('_'));
