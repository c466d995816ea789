import { Readable } from 'node:stream';

import { Entity } from '@mikro-orm/decorators/legacy';
import type { EntityManager } from '@mikro-orm/postgresql';
import { pino } from 'pino';
import { Arg, Ctx, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { request } from 'undici';
import { expect, onTestFinished, test } from 'vitest';

import { one } from './batch.js';
import { Key, Text } from './column.js';
import type { Context } from './context.js';
import { timeLeftHeader } from './deadline.js';
import { migrationStep } from './database.js';
import { feedKey, nudgeKey, serviceKey } from './derived-key.js';
import { httpFeed, httpHead } from './feed/feed.http.js';
import { feedTables, followed } from './feed/feed.tables.js';
import { Problem } from './problem.js';
import { serve } from './serve.js';
import type { Service } from './service.js';
import { sign, signatureHeader } from './signature.js';
import { openTestService } from './testing/test-service.js';

@Entity()
@ObjectType({ description: 'A bench in a park.' })
class Bench {
  @Key('Its id.') id!: string;
  @Text('Who gave it.', { public: true }) giver?: string | null;
  @Text('Who repairs it.', { scopes: ['bench.repair'] }) repairer?: string | null;
}

const benchById = (em: EntityManager) =>
  one(
    (ids: readonly string[]) => em.find(Bench, { id: { $in: [...ids] } }),
    ({ id }) => id,
  );

@Resolver(() => Bench)
class BenchResolver {
  @Query(() => Bench, { nullable: true, description: 'A bench.' })
  bench(
    @Arg('id', () => String, { description: 'Its id.' }) id: string,
    @Ctx() { em }: Context,
  ): Promise<Bench | null> {
    return em.findOne(Bench, { id });
  }

  @Query(() => Int, { nullable: true, description: 'Breaks, as told.' })
  broken(@Arg('how', () => String, { description: 'The way.' }) how: string): number {
    if (how === 'refused')
      throw new Problem('CONFLICT', 'The bench is wet. Wait for the sun.', { bench: 'b' });
    throw new Error('password=secret at /srv/bench.ts:12');
  }

  @Query(() => String, { nullable: true, description: 'Who gave a bench, read a while later.' })
  async giverLater(
    @Arg('milliseconds', () => Int, { description: 'How long it takes.' }) milliseconds: number,
    @Ctx() { loaders }: Context,
  ): Promise<string | null> {
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    return (await loaders.of(benchById).load('b'))?.giver ?? null;
  }

  @Mutation(() => Int, { nullable: true, description: 'Paints benches.' })
  paint(): number {
    return 1;
  }
}

const benches: Service = {
  name: 'benches',
  entities: [Bench],
  migrations: [
    migrationStep('first', [
      ...feedTables,
      `create table bench (id text primary key, giver text, repairer text)`,
      ...followed('bench', 'Bench'),
    ]),
  ],
  resolvers: [BenchResolver],
  references: {},
  published: {
    Bench: async (em, ids) =>
      new Map(
        (await em.find(Bench, { id: { $in: [...ids] } })).map((bench) => [
          bench.id,
          { giver: bench.giver },
        ]),
      ),
  },
};

const gatewayKey = 'a key of the tests that is long enough';

const aBench = (given: Partial<Bench>) =>
  Object.assign(new Bench(), { id: 'b', giver: '花子' }, given);

async function serveBenches() {
  const { service, plant, em } = await openTestService(benches);
  const logged: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => void logged.push(line) });
  const begin = async () => {
    const served = await serve(service, { port: 0, gatewayKey, log });
    onTestFinished(() => served.drain());
    return { url: served.url, drain: served.drain, post: postTo(served.url) };
  };
  return { ...(await begin()), plant, logged, em, another: begin };
}

const postTo =
  (url: string) =>
  async (body: string, signature = sign(gatewayKey, body), more: Record<string, string> = {}) => {
    const answer = await request(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [signatureHeader]: signature, ...more },
      body,
    });
    // oxlint-disable-next-line typescript/no-explicit-any -- answers are looked into freely
    const json = (await answer.body.json()) as any;
    return { status: answer.statusCode, headers: answer.headers, json };
  };

async function nudgeStatus(url: string, key: string): Promise<number> {
  const path = '/nudge?source=ponds';
  const headers = { [signatureHeader]: sign(key, `POST ${path}`) };
  const answer = await request(`${url}${path}`, { method: 'POST', headers });
  await answer.body.dump();
  return answer.statusCode;
}

const ask = (query: string, extensions?: object) => JSON.stringify({ query, extensions });

test('a request that a gateway signed is answered', async () => {
  const { post, plant } = await serveBenches();
  await plant(aBench({}));

  expect(await post(ask('{ bench(id: "b") { giver } }'))).toMatchObject({
    status: 200,
    json: { data: { bench: { giver: '花子' } } },
  });
});

test.each([
  ['unsigned', () => ''],
  ['signed for another body', () => sign(gatewayKey, ask('{ bench(id: "c") { giver } }'))],
  ['signed with another key', (body: string) => sign('another key', body)],
  [
    'signed two minutes ago',
    (body: string) => sign(gatewayKey, body, { now: new Date(Date.now() - 120_000) }),
  ],
])('a request %s is refused, and learns nothing', async (_, signature) => {
  const { post } = await serveBenches();
  const body = ask('{ bench(id: "b") { giver } }');

  const { status, json } = await post(body, signature(body));

  expect(status).toBe(401);
  expect(json.errors).toEqual([
    {
      message: 'Only a gateway of the city is answered here. Ask the gateway instead.',
      extensions: { code: 'UNAUTHENTICATED' },
    },
  ]);
});

test('a request is answered once, and one that is sent again as it was is refused and logged', async () => {
  const { post, logged } = await serveBenches();
  const body = ask('{ bench(id: "b") { giver } }');
  const [first, second] = [sign(gatewayKey, body), sign(gatewayKey, body)];

  const answers = [await post(body, first), await post(body, second), await post(body, first)];

  expect(answers.map(({ status }) => status)).toEqual([200, 200, 401]);
  expect(logged.map((line) => JSON.parse(line))).toMatchObject([
    { fault: 'replayed', path: '/graphql', from: '127.0.0.1' },
  ]);
});

test('a request is answered by one process of a service only, and not by one that has started since', async () => {
  const { url, post, plant, logged, another } = await serveBenches();
  await plant(aBench({}));
  const other = await another();
  const as = { caller: { role: 'department', scopes: [] } };
  const bodies = [ask('{ bench(id: "b") { giver } }'), ask('mutation { paint }', as)];
  const path = '/nudge?source=ponds';
  const nudge = { [signatureHeader]: sign(nudgeKey(gatewayKey, 'benches'), `POST ${path}`) };

  for (const body of bodies) {
    const [signature, both] = [sign(gatewayKey, body), sign(gatewayKey, body)];
    const first = await post(body, signature);
    const started = await another();
    const later = await Promise.all([other.post(body, signature), started.post(body, signature)]);
    const atOnce = await Promise.all([post(body, both), other.post(body, both)]);

    expect(first.json.errors).toBeUndefined();
    expect(later.map(({ status, json }) => [status, json.data])).toEqual([
      [401, undefined],
      [401, undefined],
    ]);
    expect(atOnce.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 401]);
  }
  const nudged = await Promise.all(
    [url, other.url].map((each) => request(`${each}${path}`, { method: 'POST', headers: nudge })),
  );
  for (const { body } of nudged) await body.dump();
  expect(nudged.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([204, 401]);
  expect(new Set(logged.map((line) => JSON.parse(line).fault))).toEqual(new Set(['replayed']));
});

test('where it cannot be known what other processes accepted, a request is answered and it is told', async () => {
  const { post, plant, logged, em } = await serveBenches();
  await plant(aBench({}));
  await em().execute('drop schema signed cascade');

  const answers = [1, 2].map(() => post(ask('{ bench(id: "b") { giver } }')));

  expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([200, 200]);
  expect(logged).toHaveLength(1);
  expect(logged[0]).not.toContain('花子');
});

test('a body that is too long is refused in words, and its sender is not cut off', async () => {
  const { url, post } = await serveBenches();
  const long = ask(`{ bench(id: "${'b'.repeat(1_100_000)}") { giver } }`);
  const pieces = async function* () {
    for (let at = 0; at < long.length; at += 50_000) yield long.slice(at, at + 50_000);
  };

  const told = await post(long);
  const untold = await request(`${url}/graphql`, {
    method: 'POST',
    headers: { [signatureHeader]: sign(gatewayKey, long) },
    body: Readable.from(pieces()),
  });
  const after = await post(ask('{ bench(id: "b") { giver } }'));

  expect([told.status, untold.statusCode, after.status]).toEqual([400, 400, 200]);
  expect(told.json.errors[0].extensions.code).toBe('BAD_USER_INPUT');
  expect(await untold.body.text()).toContain('Ask for less');
});

test('what was never signed is refused before its body is there', async () => {
  const { url } = await serveBenches();
  let sent = 0;
  const pieces = async function* () {
    for (; sent < 15; sent += 1) {
      yield 'x'.repeat(60_000);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };

  const answer = await request(`${url}/graphql`, { method: 'POST', body: Readable.from(pieces()) });

  expect([answer.statusCode, sent < 10]).toEqual([401, true]);
  answer.body.on('error', () => undefined).destroy();
});

test('an address that is none is nowhere, and no failure', async () => {
  const { url, logged } = await serveBenches();

  const answer = await request(`${url}//`);

  expect(answer.statusCode).toBe(404);
  expect(logged).toEqual([]);
});

test('headers that say who asks mean nothing', async () => {
  const { post, plant } = await serveBenches();
  await plant(aBench({ repairer: '市の職人' }));
  const body = ask('{ bench(id: "b") { repairer } }');
  const forged = {
    'x-user-id': 'staff',
    'x-user-role': 'department',
    'x-user-scopes': 'bench.repair',
  };

  const { json } = await post(body, undefined, forged);

  expect(json.data).toEqual({ bench: { repairer: null } });
  expect(json.errors[0].extensions.code).toBe('UNAUTHENTICATED');
});

test('what comes too late is not begun, and what lasts too long is not gone on with', async () => {
  const { post, plant } = await serveBenches();
  await plant(aBench({}));
  const slow = ask('{ giverLater(milliseconds: 150) }');

  const late = await post(slow, undefined, { [timeLeftHeader]: '0' });
  const long = await post(slow, undefined, { [timeLeftHeader]: '50' });
  const inTime = await post(slow, undefined, { [timeLeftHeader]: '5000' });

  expect([late.status, late.json.errors[0].extensions.code]).toEqual([503, 'UNAVAILABLE']);
  expect(long.json).toMatchObject({
    data: { giverLater: null },
    errors: [{ extensions: { code: 'UNAVAILABLE' } }],
  });
  expect(inTime.json).toEqual({ data: { giverLater: '花子' } });
});

test('a protected field and a mutation answer nobody, and who lacks the scope is told so', async () => {
  const { post, plant } = await serveBenches();
  await plant(aBench({ repairer: '市の職人' }));
  const question = '{ bench(id: "b") { giver repairer } }';
  const as = (scopes: string[]) => ({ caller: { role: 'department', scopes } });

  const nobody = await post(ask(question));
  const stranger = await post(ask(question, as([])));
  const entitled = await post(ask(question, as(['bench.repair'])));
  const writer = await post(ask('mutation { paint }'));

  expect(nobody.json).toMatchObject({
    data: { bench: { giver: '花子', repairer: null } },
    errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
  });
  expect(stranger.json.errors[0].extensions.code).toBe('FORBIDDEN');
  expect(entitled.json).toEqual({ data: { bench: { giver: '花子', repairer: '市の職人' } } });
  expect(writer.json.errors[0].extensions.code).toBe('UNAUTHENTICATED');
});

test('a refusal is told in full, a failure in one neutral sentence', async () => {
  const { post } = await serveBenches();

  const refused = await post(ask('{ broken(how: "refused") }'));
  const failed = await post(ask('{ broken(how: "badly") }'));

  expect(refused.json.errors).toEqual([
    {
      message: 'The bench is wet. Wait for the sun.',
      path: ['broken'],
      locations: [{ line: 1, column: 3 }],
      extensions: { code: 'CONFLICT', bench: 'b' },
    },
  ]);
  expect(JSON.stringify(failed.json)).not.toMatch(/secret|bench\.ts/);
  expect(failed.json.errors[0].extensions).toEqual({ code: 'UNAVAILABLE' });
});

test('the feed is told to who signs, page by page, and health to anyone', async () => {
  const { url, plant } = await serveBenches();
  await plant(aBench({}), aBench({ id: 'c', giver: '次郎' }));
  const read = httpFeed(url, gatewayKey);

  const first = await read(undefined);
  const second = await read(first.next);
  const unsigned = await request(`${url}/feed`);
  const health = await request(`${url}/health`);

  expect(
    first.items.map(({ id, kind, state, modified, data }) => [id, kind, state, modified, data]),
  ).toEqual([
    ['b', 'Bench', 'updated', 1, { giver: '花子' }],
    ['c', 'Bench', 'updated', 2, { giver: '次郎' }],
  ]);
  expect(second.items).toEqual([]);
  expect([unsigned.statusCode, health.statusCode]).toEqual([401, 200]);
  await Promise.all([unsigned.body.dump(), health.body.dump()]);
});

test('the key of a feed opens the feed and its head, answers no question and takes no nudge', async () => {
  const { url, post, plant, logged } = await serveBenches();
  await plant(aBench({}));
  const key = feedKey(gatewayKey, 'benches');

  const page = await httpFeed(url, key)(undefined);
  const body = ask('{ bench(id: "b") { giver } }');
  const asked = await post(body, sign(key, body));

  expect(page.items.map(({ id }) => id)).toEqual(['b']);
  expect(await httpHead(url, key)()).toMatch(/./);
  expect([asked.status, await nudgeStatus(url, key)]).toEqual([401, 401]);
  expect(await nudgeStatus(url, nudgeKey(gatewayKey, 'benches'))).toBe(204);
  expect(logged.join('')).toContain('"fault":"altered"');
});

test('the key for nudges opens neither the feed nor anything that is asked', async () => {
  const { url, post } = await serveBenches();
  const key = nudgeKey(gatewayKey, 'benches');
  const body = ask('{ bench(id: "b") { giver } }');

  await expect(httpFeed(url, key)(undefined)).rejects.toThrow('401');
  await expect(httpHead(url, key)()).rejects.toThrow('401');
  expect(await post(body, sign(key, body))).toMatchObject({ status: 401 });
});

test('what is signed with the key of another department, or of its feed, is refused', async () => {
  const { url, post } = await serveBenches();
  const other = serviceKey('a key of the city, which no service knows', 'ponds');
  const body = ask('{ bench(id: "b") { giver } }');

  expect(await post(body, sign(other, body))).toMatchObject({ status: 401 });
  await expect(httpFeed(url, feedKey(other, 'ponds'))(undefined)).rejects.toThrow('401');
  await expect(httpFeed(url, feedKey(gatewayKey, 'ponds'))(undefined)).rejects.toThrow('401');
  expect(await nudgeStatus(url, nudgeKey(other, 'ponds'))).toBe(401);
});

test('the head is told to who signs, is another after a change, and an answer forbids nobody to keep it', async () => {
  const { url, plant, post } = await serveBenches();
  const headOf = httpHead(url, gatewayKey);

  const before = await headOf();
  const again = await headOf();
  await plant(aBench({}));
  const after = await headOf();
  const unsigned = await request(`${url}/feed/head`);
  const answered = await post(ask('{ bench(id: "b") { giver } }'));

  expect([again === before, after === before, unsigned.statusCode]).toEqual([true, false, 401]);
  expect(answered.headers['cache-control']).toBeUndefined();
  await unsigned.body.dump();
});

test('a service that drains lets what is in flight finish and takes nothing new', async () => {
  const { url, post, drain, plant } = await serveBenches();
  await plant(aBench({}));
  const inFlight = post(ask('{ bench(id: "b") { giver } }'));

  await Promise.all([inFlight, new Promise((resolve) => setTimeout(resolve, 50)).then(drain)]);

  expect((await inFlight).status).toBe(200);
  await expect(request(`${url}/health`)).rejects.toThrow();
});
