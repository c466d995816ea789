import { rm } from 'node:fs/promises';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { applyOpportunities } from '@manabi/center/opportunity/opportunity.feed';
import { center } from '@manabi/center/service';
import { type OpenService, openService } from '@manabi/kit/open';
import { openCluster } from '@manabi/kit/postgres/cluster';

import { record } from '../record.js';
import { quantile } from '../statistics.js';
import { toldOpportunities } from './corpus.js';
import { type Term, pickTerms } from './terms.js';

const page = `query ($text: String!, $after: String) {
  opportunities(filter: { text: $text, includeCancelled: true }, first: 20, after: $after) {
    totalCount { value isExact } edges { node { id } } pageInfo { hasNextPage endCursor } } }`;

const pageWithFacets = `query ($text: String!) {
  opportunities(filter: { text: $text }, first: 20) {
    totalCount { value isExact } edges { title { ja } startsAt node { id } }
    facets { field values { code count } } } }`;

interface Found {
  data?: {
    opportunities?: {
      totalCount: { value: number; isExact: boolean };
      edges: { node: { id: string } | null }[];
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  };
}

/** Measures search over an index of this many opportunities: time by length of term, with and without facets, and recall. */
async function measure(count: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'manabi-bench-'));
  const cluster = await openCluster({ folder });
  try {
    const service = await openService(center, {
      databaseUrl: await cluster.ensureDatabase('center'),
      log: ({ error }) => process.stderr.write(`${String(error)}\n`),
    });
    const { texts, seconds } = await fill(service, count);
    const terms = pickTerms([...texts.values()], 25);
    const plain = await timeByGroup(service, terms, page);
    const faceted = await timeByGroup(service, terms, pageWithFacets);
    const recall = await recallOf(service, terms, texts);
    await record(`search-${count}`, {
      opportunities: count,
      indexedPerSecond: Math.round(count / seconds),
      plain,
      faceted,
      recall,
    });
    await service.close();
  } finally {
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function fill(
  service: OpenService,
  count: number,
): Promise<{ texts: Map<string, string>; seconds: number }> {
  const texts = new Map<string, string>();
  const began = performance.now();
  let batch = [];
  for (const told of toldOpportunities(count, '2026-10-05')) {
    texts.set(told.item.id, told.text);
    batch.push(told.item);
    if (batch.length < 1_000) continue;
    await take(service, batch);
    batch = [];
  }
  await take(service, batch);
  const seconds = (performance.now() - began) / 1_000;
  await service.orm.em.fork().execute('vacuum analyze');
  return { texts, seconds };
}

const take = (service: OpenService, items: Parameters<typeof applyOpportunities>[2]) =>
  service.orm.em
    .fork()
    .transactional((em) => applyOpportunities(em, { source: 'bench', epoch: 'bench' }, items));

async function ask(
  service: OpenService,
  query: string,
  variables: Record<string, unknown>,
): Promise<Found> {
  const answer = await service.answer({ query, variables });
  if (answer.errors) throw new Error(answer.errors[0]?.message ?? 'The search failed.');
  // The document above says what is in it.
  return answer as Found;
}

async function timeByGroup(service: OpenService, terms: readonly Term[], query: string) {
  const times = new Map<string, number[]>();
  for (const { text } of terms.slice(0, 5)) await ask(service, query, { text });
  for (const { text, group } of terms) {
    const began = performance.now();
    await ask(service, query, { text });
    times.set(group, [...(times.get(group) ?? []), performance.now() - began]);
  }
  return Object.fromEntries(
    [...times].map(([group, all]) => [
      group,
      { searches: all.length, p50: quantile(all, 0.5), p95: quantile(all, 0.95) },
    ]),
  );
}

/** Compares what the index finds with what a look at every text finds, for terms that find 1,000 at most. */
async function recallOf(
  service: OpenService,
  terms: readonly Term[],
  texts: ReadonlyMap<string, string>,
) {
  let expected = 0;
  let found = 0;
  let wrong = 0;
  let compared = 0;
  for (const { text } of terms) {
    const words = text.split(' ');
    const right = new Set(
      [...texts].filter(([, body]) => words.every((word) => body.includes(word))).map(([id]) => id),
    );
    if (right.size > 1_000) continue;
    const ids = await allIds(service, text);
    compared += 1;
    expected += right.size;
    found += ids.filter((id) => right.has(id)).length;
    wrong += ids.filter((id) => !right.has(id)).length;
  }
  return {
    terms: compared,
    expected,
    found,
    recall: expected === 0 ? 1 : found / expected,
    beyond: wrong,
  };
}

async function allIds(service: OpenService, text: string): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const found: Found = await ask(service, page, { text, after });
    const list = found.data?.opportunities;
    ids.push(...(list?.edges ?? []).flatMap(({ node }) => (node ? [node.id] : [])));
    after = list?.pageInfo.hasNextPage ? list.pageInfo.endCursor : null;
  } while (after);
  return ids;
}

await measure(Number(process.argv[2] ?? 100_000));
