import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { apiSchemaOf } from '@manabi/gateway/supergraph/api-schema';
import { type EventClient, readEvents } from '@manabi/gateway/testing/event-client';
import { feedKey, serviceKey } from '@manabi/kit/derived-key';
import { testDatabase } from '@manabi/kit/postgres/test-database';
import { type ConstDirectiveNode, Kind, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';

import { departments } from '../src/city/departments.js';
import { paths } from '../src/city/front-door.js';
import { openSeparately } from '../src/city/separate.js';
import { conform } from '../src/conform/conform.js';
import { printGraph } from '../src/graph/graph.js';
import { cityKey } from '../src/home/keys.js';
import { type Asker, askAs } from './ask-as.js';
import { ask } from './ask.js';
import { doors } from './doors.js';
import { Behind } from './behind.js';
import { cityTemplate } from './city-template.js';
import { argumentsOf, hiddenOf, namesOnlyIn } from './hidden.js';
import { lossOf } from './loss.js';
import { type TestCity, openTestCity } from './open-test-city.js';
import { pause } from './outages.js';
import { SilencedCity, needs } from './silenced.js';

// One city whose services are processes of their own, for all that can only be seen so: opening it costs as much as
// most tests. What stops services comes last.
let city: TestCity;

beforeAll(async () => {
  // The pages are bundled once; when nothing changed this takes no time.
  await import('@manabi/portal/bundle');
  city = await openTestCity({ separate: true });
});

afterAll(async () => {
  await city.stop();
});

describe('what is asked of a subgraph', () => {
  const main = fileURLToPath(new URL('../dist/main.js', import.meta.url));
  const run = promisify(execFile);

  const addressOf = (name: string): string => {
    const found = city.services.processes.find((each) => each.name === name);
    if (!found) throw new Error(`The service "${name}" does not run.`);
    return `${found.url}/graphql`;
  };

  const keys = new Map<string, Promise<string>>();

  /** The key of a service as the command prints it, once for each. */
  function keyOf(name: string): Promise<string> {
    const env = { ...process.env, HUB_HOME: city.home.folder };
    const printed =
      keys.get(name) ??
      run(process.execPath, [main, 'keys', 'service', name], { env }).then(({ stdout }) => stdout);
    keys.set(name, printed);
    return printed;
  }

  async function asked(name: string, ...words: string[]): Promise<{ code: number; out: string }> {
    const keyFile = join(city.home.folder, `${name}.key`);
    writeFileSync(keyFile, await keyOf(name));
    const said = ['conform', addressOf(name), '--key-file', keyFile, ...words];
    return run(process.execPath, [main, ...said]).then(
      ({ stdout }) => ({ code: 0, out: stdout }),
      (error: { code: number; stdout: string }) => ({ code: error.code, out: error.stdout }),
    );
  }

  test.each(departments.map(({ name }) => name))(
    'the service %s, a process of its own, does everything that is asked of a subgraph',
    async (name) => {
      const looked = await conform({
        url: new URL(addressOf(name)),
        key: serviceKey(cityKey(city.home), name),
        keys: new Map(),
      });

      expect(looked.filter(({ outcome }) => outcome.state === 'broken')).toEqual([]);
    },
  );

  test('the command says so in plain words, and in JSON for a machine, and ends with 0', async () => {
    const told = await asked('library');
    const machine = await asked('library', '--json');

    expect(told.code).toBe(0);
    expect(told.out).toContain(
      'ok       _entities answers each key, of each kind, at its own place',
    );
    expect(told.out).toContain('ok       1,000 keys at once are answered within 10 seconds');
    expect(told.out).toContain('ok       The feed answers pages in order');
    expect(told.out).toMatch(/It conforms\. \d+ ok, 0 wrong, \d untried\.\n$/);
    expect(JSON.parse(machine.out)).toMatchObject({ conforms: true });
  });

  test('keys that nobody lists can be given, and one that is not there is found out', async () => {
    const [row] = await city.sql<{ code: string }>('center', 'select code from facility limit 1');
    const given = join(city.home.folder, 'given.json');
    writeFileSync(
      given,
      JSON.stringify({ Facility: [{ code: row?.code }, { code: 'no-such-place' }] }),
    );

    const { code, out } = await asked('center', '--keys', given);

    expect(code).toBe(1);
    expect(out).toMatch(/WRONG {4}_entities answers each key/);
    expect(out).toContain('no-such-place');
  });

  test.each([
    ['of another department', () => keyOf('library')],
    ['of the city itself', () => cityKey(city.home)],
    [
      'that opens its feed alone',
      () => feedKey(serviceKey(cityKey(city.home), 'sports'), 'sports'),
    ],
  ])('with the key %s every question is refused, and it says so', async (_, key) => {
    const other = join(city.home.folder, 'other.key');
    writeFileSync(other, await key());
    const said = ['conform', addressOf('sports'), '--key-file', other];

    const failed = await run(process.execPath, [main, ...said]).catch(
      (error: { code: number; stdout: string }) => error,
    );

    expect(failed).toMatchObject({ code: 1 });
    expect(failed.stdout).toContain('Check the key, the clock and what is signed');
  });
});

test('a service that is a process of its own follows a department’s own subgraph where that answers', async () => {
  const center = departments.find(({ name }) => name === 'center');
  const library = city.services.processes.find(({ name }) => name === 'library');
  if (!center || !library) throw new Error('Broken assumption: the city has both');
  const key = serviceKey(cityKey(city.home), 'library');
  const own = { name: 'library', url: new URL('/graphql', library.url), key, sdl: '', tells: true };
  const database = await testDatabase({ template: cityTemplate(center, 'sample') });
  const opened = await openSeparately([center], {
    urlOf: () => database.url,
    cityKey: cityKey(city.home),
    own: [own],
    onFailure() {},
  });
  const behind = new Behind(() => database.url);
  onTestFinished(async () => {
    await behind.close();
    await opened.stop();
    await database.drop();
  });

  const [program] = await city.sql<{ id: string }>(
    'library',
    `update library_program set organiser = '別の家の図書館' where id = (select min(id) from library_program)
     returning id`,
  );
  const told = (): Promise<object[]> =>
    behind.rows(
      'center',
      `select data ->> 'organiser' as organiser from opportunity_entry where id = $1`,
      [program?.id],
    );
  await vi.waitFor(async () => expect(await told()).toEqual([{ organiser: '別の家の図書館' }]), {
    timeout: 15_000,
    interval: 200,
  });
});

test('who sends what a department does not accept reads which of it, what was expected and what to do', async () => {
  const query = `query ($search: OpportunityFilter, $at: DateTime!, $books: TitleFilter) {
    opportunities(filter: $search, first: 1) { edges { cursor } }
    applicationCalendar(in: { from: $at, to: "2026-01-01T00:00:00Z" }) { groups { opens } }
    titles(filter: $books, first: 1) { edges { cursor } }
    areas(first: 1) { edges { node { population(ageBands: ["0-5", "old"]) { band } } } }
  }`;
  const searched = { search: { text: 'あ'.repeat(201) }, books: { ndc: 'secret' } };
  const told = async (at: string): Promise<string[]> => {
    const { errors = [] } = await ask(city, { query, variables: { ...searched, at } });
    return errors.map(({ message }) => message).toSorted();
  };

  const refused = await told('2026-06-01T00:00:00Z');
  const unread = await told('tomorrow');

  expect(refused).toEqual([
    expect.stringMatching(
      /^"ageBands" was not accepted: .+ \(Bands such as 0-5 and 65\+, .+ again\.$/,
    ),
    expect.stringMatching(
      /^"filter\.ndc" was not accepted: .+ \(Beginning of an NDC number, .+ again\.$/,
    ),
    '"filter.text" was not accepted: it has to hold at most 200 characters. Correct it and ask again.',
    '"in" was not accepted: it has to end after it begins. Correct it and ask again.',
  ]);
  expect(unread[0]).toMatch(
    /^"\$at" was not accepted: .+ \(A date-time string at UTC, such as .+ again\.$/,
  );
  expect(unread.join()).not.toContain('tomorrow');
});

describe('what is protected', () => {
  const graph = printGraph(departments);
  const supergraph = parse(graph.supergraph);
  const full = apiSchemaOf(supergraph);
  const open = apiSchemaOf(parse(graph.public));
  const hidden = hiddenOf(full, open);
  const secrets = namesOnlyIn(full, open);

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
    if (!door) throw new Error(`Say in doors.ts how one comes to ${coordinate}.`);
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

  const contacts = {
    query: '{ people(first: 20) { edges { node { contact { email phone } } } } }',
  };

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
});

describe('what is told as it happens', () => {
  /** Milliseconds within which a change must be told. */
  const promised = 2_000;

  async function subscribe(query: string): Promise<EventClient> {
    const client = await readEvents(`${city.door.url}${paths.public}`, { query });
    onTestFinished(() => client.leave());
    return client;
  }

  interface Told {
    id: string;
    state: string;
  }

  /** What a client was told, by the name of its field. */
  const told = ({ events }: EventClient, field: string): Told[] =>
    events.flatMap(({ answer }) => (answer.data?.[field] ? [answer.data[field] as Told] : []));

  /** Writes a record as any other program would: by plain SQL, on a connection that nobody else knows. */
  const write = (service: string, table: string, id: string): Promise<unknown> =>
    city.sql(
      service,
      `insert into ${table} (id, title, provenance, starts_at, ends_at)
       values ($1, $2, '{"department":"${service}","sample":true}', now() + interval '1 day', now() + interval '2 days')`,
      [id, { ja: `教室${id}` }],
    );

  const offers = [
    ['kominkan', 'course', 'course'],
    ['sports', 'sports_class', 'sportsClass'],
    ['library', 'library_program', 'libraryProgram'],
    ['welfare', 'care_program', 'careProgram'],
  ] as const;

  test.each(offers)(
    'what any program commits at %s is told within two seconds, with what others know of it',
    async (service, table, field) => {
      const client = await subscribe(
        `subscription { ${field}Changed { id state changedAt ${field} { title { ja } measures { code } } } }`,
      );
      const arrives = async (id: string, count: number): Promise<number> => {
        await write(service, table, id);
        const committed = performance.now();
        await expect
          .poll(() => told(client, `${field}Changed`).length, { interval: 5, timeout: 10_000 })
          .toBe(count);
        return performance.now() - committed;
      };
      // The first one finds processes that have never done this.
      await arrives(`first-${service}`, 1);
      const delay = await arrives(`told-${service}`, 2);

      expect(told(client, `${field}Changed`)[1]).toMatchObject({
        id: `told-${service}`,
        state: 'UPDATED',
        [field]: { title: { ja: `教室told-${service}` }, measures: [] },
      });
      expect(client.events[0]?.answer.errors).toBeUndefined();
      expect(delay).toBeLessThan(promised);
    },
  );

  test('a department that is killed and comes back has lost no event and tells none twice', async () => {
    const client = await subscribe(
      'subscription { courseChanged { id state course { title { ja } } } }',
    );
    const killed = city.services.processes.find(({ name }) => name === 'kominkan');
    const ids = Array.from({ length: 40 }, (_, index) => `kept-${index}`);
    for (const [index, id] of ids.entries()) {
      await write('kominkan', 'course', id);
      if (index % 15 === 7 && killed?.pid) process.kill(killed.pid, 'SIGKILL');
      await pause(100);
    }
    await expect
      .poll(() => told(client, 'courseChanged').length, { timeout: 20_000 })
      .toBe(ids.length);

    expect(told(client, 'courseChanged').map(({ id }) => id)).toEqual(ids);
  });

  test('a client that leaves leaves nothing open at the gateway', async () => {
    const clients = await Promise.all(
      offers.map(([, , field]) => subscribe(`subscription { ${field}Changed { id } }`)),
    );
    const { publicGateway } = city.door;
    const before = publicGateway.streams();
    for (const client of clients) client.leave();

    expect(before).toMatchObject({ open: 4, upstream: 4 });
    await expect.poll(() => publicGateway.streams()).toMatchObject({ open: 0, upstream: 0 });
  });
});

describe('what is silent', () => {
  const names = ['p1', 'p4', 'p7', 'p10'] as const;
  /** How far the index has read follows the clock. */
  const byClock = new Set(['Reading.readAt', 'Reading.isBehind']);

  /** Milliseconds that one request may last. */
  const deadline = 10_000;

  let silenced: SilencedCity;

  beforeAll(() => {
    silenced = new SilencedCity(city, names, byClock);
  });

  test.each(departments.map(({ name }) => name))(
    'with %s killed, only its own fields are null, the answer names it, and once it is back all is whole',
    (name) => silenced.kill(name),
  );

  test('a silent department makes no entry disappear from a calendar, and no page of what others know', async () => {
    const get = (path: string) => fetch(city.door.url + path, { headers: { accept: 'text/html' } });
    const [program] = await city.sql<{ id: string }>(
      'welfare',
      'select id from care_program limit 1',
    );
    const [hall] = await city.sql<{ code: string }>(
      'center',
      `select code from facility where type = 'KOMINKAN' limit 1`,
    );
    const calendar = `/calendar/opportunity/${program!.id}.ics`;
    const page = `/facilities/${hall!.code}`;
    expect([(await get(calendar)).status, (await get(page)).status]).toEqual([200, 200]);

    await silenced.silence('welfare');
    const [refused, partly] = await Promise.all([get(calendar), get(page)]);

    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '300']);
    expect([partly.status, partly.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(await partly.text()).toContain('福祉・子育て・健康から詳しい情報を取得できません');
  });

  test('a service that hangs costs the deadline of a request at most, and the others answer within it', async () => {
    const { pid } = silenced.processOf('welfare');
    const before = await silenced.askAllWhole();
    onTestFinished(() => void process.kill(pid, 'SIGCONT'));

    process.kill(pid, 'SIGSTOP');
    city.door.changed('welfare');
    const begun = Date.now();
    const during = await silenced.askAll();
    const took = Date.now() - begun;

    expect(took).toBeLessThan(deadline + 1_000);
    const hangs = new Set(['DEADLINE_EXCEEDED', 'SUBGRAPH_UNREACHABLE']);
    const reasons = new Set<string>();
    during.forEach((answer, position) => {
      const { lost, changed } = lossOf(before[position], answer.data, byClock);
      expect(changed, names[position]).toEqual([]);
      expect(
        [...lost].filter((place) => !needs(place, 'welfare')),
        names[position],
      ).toEqual([]);
      const silent = answer.extensions?.departments ?? [];
      if (lost.size > 0) expect(silent.map(({ name }) => name)).toEqual(['welfare']);
      for (const { reason } of silent) reasons.add(reason);
    });
    // Once it is known to hang, who would ask it again is spared the wait.
    expect(reasons).toContain('DEADLINE_EXCEEDED');
    expect([...reasons].filter((reason) => !hangs.has(reason))).toEqual([]);
  });
});
