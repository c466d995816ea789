import { apiSchemaOf } from '@manabi/gateway/supergraph/api-schema';
import { type ConstDirectiveNode, Kind, parse } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { departments } from '../src/city/departments.js';
import { paths } from '../src/city/front-door.js';
import { printGraph } from '../src/graph/graph.js';
import { type Asker, askAs } from './ask-as.js';
import { ask } from './ask.js';
import { doors } from './doors.js';
import { argumentsOf, hiddenOf, namesOnlyIn } from './hidden.js';
import { type TestCity, openTestCity } from './open-test-city.js';

const graph = printGraph(departments);
const supergraph = parse(graph.supergraph);
const full = apiSchemaOf(supergraph);
const open = apiSchemaOf(parse(graph.public));
const hidden = hiddenOf(full, open);
const secrets = namesOnlyIn(full, open);

let city: TestCity;

beforeAll(async () => {
  city = await openTestCity({ separate: true });
});

afterAll(async () => {
  await city.stop();
});

test('there is something to hide, and it is less than what is shown', () => {
  const coordinates = hidden.map(({ coordinate }) => coordinate);

  expect(coordinates).toEqual(
    expect.arrayContaining(['Person.contact', 'Mutation.holdSlot', 'VenueMatch', 'Slot.purpose']),
  );
  expect(coordinates.length).toBeLessThan(Object.keys(open.getTypeMap()).length * 5);
});

test.each(hidden)(
  '$coordinate is refused at the public address like a name that never was',
  async ({ asking, name }) => {
    const never = 'zeppelin';
    const refused = await ask(city, { query: asking(name) });
    const unknown = await ask(city, { query: asking(never) });

    expect(refused.status).toBe(400);
    expect(refused.data).toBeUndefined();
    expect(shape(refused.errors, name)).toEqual(shape(unknown.errors, never));
    const words = JSON.stringify(refused.errors).match(/\w+/g) ?? [];
    const written = new Set(asking(name).match(/\w+/g));
    expect(words.filter((word) => secrets.has(word) && !written.has(word))).toEqual([]);
  },
);

/** A refusal without the name that the asker wrote, and without places, which follow its length. */
const shape = (errors: unknown, name: string): unknown =>
  JSON.parse(
    JSON.stringify(errors ?? null, (key, value: unknown) =>
      key === 'locations' ? undefined : value,
    ).replaceAll(new RegExp(`\\b${name}\\b`, 'g'), 'NAME'),
  );

test('the public graph does not tell of what it hides when it is asked about itself', async () => {
  const { data } = await ask(city, {
    query: `{ __schema { types { name fields(includeDeprecated: true) { name args { name } }
      inputFields { name } enumValues(includeDeprecated: true) { name } } } }`,
  });

  const words = JSON.stringify(data).match(/\w+/g) ?? [];
  expect(words.filter((word) => secrets.has(word))).toEqual([]);
});

const guards = (directives: readonly ConstDirectiveNode[] | undefined): boolean =>
  (directives ?? []).some(({ name }) =>
    ['authenticated', 'requiresScopes', 'policy'].includes(name.value),
  );

/** Fields of the full graph that one has to sign in for, or that lead to a type of which that is true. */
const guarded = supergraph.definitions.flatMap((definition) =>
  definition.kind === Kind.OBJECT_TYPE_DEFINITION
    ? (definition.fields ?? [])
        .filter(({ directives }) => guards(directives))
        .map((field) => `${definition.name.value}.${field.name.value}`)
    : [],
);

function documentFor(coordinate: string): string {
  const [type, field = ''] = coordinate.split('.');
  const mutation = full.getMutationType()?.getFields()[field];
  if (type === 'Mutation' && mutation)
    return `mutation { ${field}${argumentsOf(mutation)} { __typename } }`;
  const door = doors[coordinate];
  if (!door) throw new Error(`Say in this test how one comes to ${coordinate}.`);
  return door(field);
}

test.each(guarded)(
  '%s is null to an anonymous caller at the address of the departments, who reads why',
  async (coordinate) => {
    const { status, data, errors } = await ask(
      city,
      { query: documentFor(coordinate) },
      { path: paths.department },
    );

    expect(status).toBe(200);
    const codes = new Set(errors?.map(({ extensions }) => extensions?.code));
    expect([...codes]).toEqual(['UNAUTHENTICATED']);
    const field = coordinate.split('.')[1] ?? '';
    const told = [...JSON.stringify(data).matchAll(new RegExp(`"${field}":(.)`, 'g'))];
    expect(told.length).toBeGreaterThan(0);
    for (const [, first] of told) expect(first).toBe('n');
  },
);

const contacts = { query: '{ people(first: 20) { edges { node { contact { email phone } } } } }' };

interface Contact {
  readonly node: { readonly contact: object | null };
}

const coordinator: Asker = {
  role: 'department',
  scopes: ['talent.contact'],
  purposes: ['talent-introduction'],
  purpose: 'talent-introduction',
  basis: 'purpose-of-holding',
};

test('a registered system reads with its token what it is registered for, and says what for', async () => {
  const { data, errors } = await askAs(city, coordinator, contacts);

  expect(errors).toBeUndefined();
  expect(data.people.edges.some(({ node }: Contact) => node.contact !== null)).toBe(true);
});

const { purpose: _, basis: __, ...silent } = coordinator;

test.each([
  { without: 'the scope', asker: { ...coordinator, scopes: [] } },
  { without: 'saying what for', asker: silent },
])('a registered system without $without reads why it does not', async ({ asker }) => {
  const { data, errors } = await askAs(city, asker, contacts);

  expect(new Set(errors?.map(({ extensions }) => extensions?.code))).toEqual(
    new Set(['FORBIDDEN']),
  );
  expect(data.people.edges.every(({ node }: Contact) => node.contact === null)).toBe(true);
});

test('a token that is none is refused at both addresses', async () => {
  for (const path of Object.values(paths)) {
    const { status, headers } = await fetch(city.door.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer no.such.token' },
      body: JSON.stringify({ query: '{ __typename }' }),
    });
    expect([status, headers.get('www-authenticate')]).toEqual([
      401,
      'Bearer error="invalid_token"',
    ]);
  }
});

test('nothing that an anonymous caller wrote is kept', async () => {
  const rows = await Promise.all([
    city.sql('kominkan', `select from slot_hold where request_digest is not null`),
    city.sql('sports', `select from court_hold where request_digest is not null`),
    city.sql('center', `select from venue_match where decided_at is not null`),
  ]);

  expect(rows.flat()).toEqual([]);
});

test.each(departments.map(({ name }) => name))(
  'the service %s itself answers nobody but a gateway: neither questions nor feeds nor nudges',
  async (name) => {
    const { url } = city.services.processes.find((each) => each.name === name) ?? { url: '' };
    const asked = [
      ['/graphql', { method: 'POST', body: '{"query":"{ __typename }"}' }],
      ['/graphql', { method: 'POST', body: '{"query":"{ _service { sdl } }"}' }],
      ['/feed', { method: 'GET' }],
      ['/nudge?source=library', { method: 'POST' }],
    ] as const;

    for (const [path, how] of asked) {
      const response = await fetch(`${url}${path}`, how);
      expect([path, response.status]).toEqual([path, 401]);
      expect(await response.text()).not.toContain('data');
    }
  },
);
