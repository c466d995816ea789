import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';

import { openCollector } from '@manabi/gateway/testing/collector';
import { pino } from 'pino';
import { expect, onTestFinished, test, vi } from 'vitest';

import { paths } from '../../src/city/front-door.js';
import { departments } from '../../src/city/departments.js';
import { type Asked, ask, question } from '../ask.js';
import { openTestCity } from '../open-test-city.js';

/** What nobody but who asks may ever read: a language, an age and ages of children that occur nowhere else. */
const marks = { language: 'xq-Zeugma7b', age: 119, childMonths: [211, 213] } as const;
const traces = /Zeugma7b|\[\s*211\s*,\s*213\s*\]/i;

const profile = { ...marks, wheelchair: true, signLanguage: true, eveningOnly: true };

const documents: readonly Asked[] = ['p11', 'q13', 'q14', 'sketch-a', 'p10'].map((name) => {
  const { query, variables } = question(name);
  return { query, variables: { ...variables, profile } };
});

/** The same with the profile written into the document, and one that is refused. */
const written: readonly [Asked, Asked] = [
  {
    query: `{ opportunities(first: 3) { edges { node { ... on Course { support(profile: {
      language: "xq-Zeugma7b", age: 119, childMonths: [211, 213] }) { verdict { answer } } } } } } }`,
  },
  {
    query: `query ($p: SupportProfile!) { facility(code: "132292-0401") { access { verdict(profile: $p) { answer } } } }`,
    variables: { p: { ...profile, childMonths: [211, 213, 999] } },
  },
];

async function openWatchedCity() {
  const logged: string[] = [];
  const sink = new Writable({
    write(chunk, _, done) {
      logged.push(String(chunk));
      done();
    },
  });
  const collector = await openCollector();
  onTestFinished(() => collector.close());
  const city = await openTestCity({
    log: pino({ level: 'trace' }, sink),
    observation: { operatorPort: 0, traces: collector.endpoint },
  });
  onTestFinished(() => city.stop());
  return { city, logged, collector };
}

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'));

test('a profile leaves no trace in logs, spans, metrics, the access record, kept answers or any database', async () => {
  const { city, logged, collector } = await openWatchedCity();
  const keptOfWelfare = () =>
    city.door.publicGateway.keptAnswers().services.find(({ service }) => service === 'welfare')
      ?.kept ?? 0;

  const answers = await Promise.all(
    [paths.public, paths.department].flatMap((path) =>
      [...documents, ...written].map((asked) => ask(city, asked, { path })),
    ),
  );
  // One request in a hundred is traced.
  for (let times = 0; times < 600; times += 1) await ask(city, written[1]);
  await vi.waitFor(() => expect(collector.spans().length).toBeGreaterThan(0), { timeout: 15_000 });
  const metrics = await fetch(`${city.operatorUrl}/metrics`).then((response) => response.text());

  expect(answers.filter(({ data }) => data).length).toBeGreaterThan(8);
  expect(JSON.stringify(answers)).toMatch(traces);
  expect(keptOfWelfare()).toBe(0);
  expect(metrics).toContain('hub_gateway_requests_total');
  const places = [...logged, ...collector.texts, metrics, ...filesUnder(city.home.folder)];
  expect(places.filter((text) => traces.test(text))).toEqual([]);
  for (const { name } of departments) {
    const tables = await city.sql<{ name: string }>(
      name,
      `select quote_ident(relname) as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
    );
    for (const table of tables) {
      const [found] = await city.sql<{ count: string }>(
        name,
        `select count(*) from ${table.name} t where t::text ~* 'Zeugma7b'`,
      );
      expect(`${name}.${table.name} ${found?.count}`).toBe(`${name}.${table.name} 0`);
    }
  }
}, 120_000);
