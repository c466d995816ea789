import type { Caller } from '@manabi/kit/context';
import { type OpenService, openService } from '@manabi/kit/open';
import { testDatabase } from '@manabi/kit/postgres/test-database';
import {
  getNamedType,
  type GraphQLField,
  type GraphQLObjectType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { expect, onTestFinished, test } from 'vitest';

import { departments } from '../city/departments.js';
import { printGraph } from '../graph/graph.js';
import type { Planter } from './planter.js';
import { plantCity } from './plant-city.js';
import { planters } from './planters.js';

/** Every scope that some field of the graph asks for. */
const scopes = [
  ...new Set(
    [...printGraph(departments).supergraph.matchAll(/scopes: (\[\[.*?\]\])/g)].flatMap(
      ([, lists]) => [...(lists ?? '').matchAll(/"([^"]+)"/g)].map(([, scope]) => scope ?? ''),
    ),
  ),
];

const caller: Caller = {
  role: 'department',
  scopes,
  subject: 'tester',
  purpose: 'talent-introduction',
};

async function openPlanted(planter: Planter): Promise<OpenService> {
  const database = await testDatabase();
  await plantCity({
    urlOf: () => database.url,
    empty: false,
    planters: [planter],
    progress() {},
  });
  const service = await openService(planter.service, {
    databaseUrl: database.url,
    feeds: {},
    log() {},
  });
  onTestFinished(async () => {
    await service.close();
    await database.drop();
  });
  return service;
}

/** Every leaf of a type and of what it holds, but of no other entity: those answer for themselves. */
function everyField(type: GraphQLObjectType, depth = 2): string {
  const read = (field: GraphQLField<unknown, unknown>): string[] => {
    const named = getNamedType(field.type);
    if (field.args.some(isRequiredArgument)) return [];
    if (isLeafType(named)) return [field.name];
    return isObjectType(named) && depth > 0
      ? [`${field.name} ${everyField(named, depth - 1)}`]
      : [];
  };
  return `{ __typename ${Object.values(type.getFields()).flatMap(read).join(' ')} }`;
}

/** Keys of up to a hundred rows of an entity that others may refer to. */
async function references(service: OpenService, entity: Function): Promise<object[]> {
  const meta = service.orm.getMetadata().getByClassName(entity.name);
  const rows = await service.orm.em.fork().find(meta.class, {}, { limit: 100 });
  return rows.map((row) => {
    const key = meta.primaryKeys.map((name): [string, unknown] => [name, Reflect.get(row, name)]);
    return Object.fromEntries([['__typename', entity.name], ...key]);
  });
}

test.each(planters)(
  'every field of every planted record of $service.name answers',
  async (planter) => {
    const service = await openPlanted(planter);
    const shown = planter.service.entities.filter(({ name }) => name in planter.service.references);
    const answered: string[] = [];

    for (const entity of shown) {
      const type = service.subgraph.schema.getType(entity.name);
      if (!isObjectType(type)) continue;
      const { data, errors } = await service.answer({
        query: `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on ${type.name} ${everyField(type)} } }`,
        variables: { keys: await references(service, entity) },
        caller,
      });
      expect(errors ?? [], type.name).toEqual([]);
      expect(data?.['_entities'], type.name).not.toContain(null);
      answered.push(type.name);
    }

    expect(answered).toEqual(shown.map(({ name }) => name));
  },
);
