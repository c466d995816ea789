import { getNamedType, isCompositeType, parse, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LocalKeys } from './identity/keys.js';
import type { ResponseError } from './errors/gateway-error.js';
import { guardedTown } from './testing/authorization/guarded-town.js';
import { expectedOf, written, type Refused } from './testing/authorization/oracle.js';
import {
  townCallers,
  townPolicies,
  type TownCaller,
} from './testing/authorization/town-callers.js';
import { townQuestions } from './testing/authorization/town-questions.js';
import { kinds, needs } from './testing/authorization/town-rules.js';
import { openMarket, type OpenMarket } from './testing/open-market.js';

const { privateKey, publicKey } = await generateKeyPair('ES256');
const key = { ...(await exportJWK(publicKey)), kid: 'town', alg: 'ES256' };
const keySet = { keys: [key] };

let town: OpenMarket;
beforeAll(async () => {
  town = await openMarket(
    {
      // A busy machine is no reason to refuse here.
      load: { delay: 60_000 },
      identity: {
        issuers: [
          { issuer: 'https://town.example', audience: 'hub', keys: new LocalKeys(() => keySet) },
        ],
        policies: townPolicies,
      },
    },
    guardedTown,
  );
});
afterAll(async () => {
  await town.close();
});

const tokenOf = ({ claims }: TownCaller): Promise<string> =>
  new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'ES256', kid: 'town', typ: 'at+jwt' })
    .setIssuer('https://town.example')
    .setAudience('hub')
    .setSubject('somebody')
    .setExpirationTime('5m')
    .sign(privateKey);

interface Answer {
  data?: unknown;
  errors?: readonly ResponseError[];
}

async function ask(query: string, caller: TownCaller): Promise<Answer> {
  const response = await fetch(town.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(caller.claims ? { authorization: `Bearer ${await tokenOf(caller)}` } : {}),
      ...caller.headers,
    },
    body: JSON.stringify({ query }),
  });
  expect(response.status).toBe(200);
  return (await response.json()) as Answer;
}

const schemas = new Map(
  guardedTown.map(({ name, sdl, resolvers }) => [
    name,
    buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers }]),
  ]),
);

/** Every `Type.field` that the subgraphs were asked for since the last look. */
function fetchedCoordinates(): Set<string> {
  const coordinates = new Set<string>();
  for (const [name, { received }] of town.subgraphs) {
    for (const body of received.splice(0)) {
      const types = new TypeInfo(schemas.get(name)!);
      visit(
        parse((JSON.parse(body) as { query: string }).query),
        visitWithTypeInfo(types, {
          Field(node) {
            const parent = types.getParentType();
            if (parent && node.name.value !== '__typename') {
              coordinates.add(`${parent.name}.${node.name.value}`);
            }
            const type = types.getType() && getNamedType(types.getType()!);
            if (isCompositeType(type)) coordinates.add(type.name);
          },
        }),
      );
    }
  }
  return coordinates;
}

/** True when a caller with these letters may not have what a subgraph was asked for. */
function isForbidden(coordinate: string, letters: string): boolean {
  const lacks = (place: string): boolean =>
    [...(needs[place] ?? '')].some((letter) => !letters.includes(letter));
  const [type = '', field] = coordinate.split('.');
  // The type that a field leads to: that it stands there, and as what, is not yet anything of it.
  if (field === undefined) return false;
  if (type === 'Agent' && ['stars', 'remark'].includes(field)) return false;
  const isKeyOfInterface = type === 'Agent' && field === 'id';
  if (isKeyOfInterface) return false;
  return (kinds[type] ?? [type]).some((each) => lacks(each) || lacks(`${each}.${field}`));
}

const leads = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.every((segment, index) => segment === other[index]);
const told = ({ path, code }: Refused): string => `${path.join('.')} ${code}`;

const cases = townCallers.flatMap((caller) =>
  Object.entries(townQuestions).map(([tries, question]) => ({ caller, tries, question })),
);

test('there are at least five hundred cases, and many are refused and many are not', () => {
  const refusing = cases.filter(
    ({ caller, question }) => expectedOf(question, caller.letters).refused.length > 0,
  );

  expect(cases.length).toBeGreaterThanOrEqual(500);
  expect(refusing.length).toBeGreaterThan(300);
  expect(cases.length - refusing.length).toBeGreaterThan(150);
});

describe.each(townCallers)('$name', (caller) => {
  test.each(Object.entries(townQuestions))('asks for %s', async (_, question) => {
    fetchedCoordinates();
    const expected = expectedOf(question, caller.letters);

    const answer = await ask(written(question), caller);

    expect(answer.data).toEqual(expected.data);
    const errors = (answer.errors ?? []).map(({ path, extensions }) =>
      told({ path: path ?? [], code: extensions.code }),
    );
    const possible = new Set(expected.refused.map(told));
    expect(errors.filter((error) => !possible.has(error))).toEqual([]);
    const isSeen = ({ path }: Refused): boolean =>
      !expected.emptied.some((place) => leads(place, path));
    expect(errors).toEqual(expect.arrayContaining(expected.refused.filter(isSeen).map(told)));
    for (const place of expected.emptied) {
      const below = (answer.errors ?? []).filter(({ path = [] }) => leads(place, path));
      expect(below.length).toBeGreaterThan(0);
    }
    const forbidden = [...fetchedCoordinates()].filter((coordinate) =>
      isForbidden(coordinate, caller.letters),
    );
    expect(forbidden).toEqual([]);
  });
});
