import type { Question } from '../answer/question.js';
import { type Told, notNow, nothingThere } from '../answer/told.js';
import { BrokenWalk } from '../collection/broken-walk.js';
import { type Collection, walk } from '../collection/walk.js';
import { element, elementText, xmlDeclaration } from '../feed/xml.js';
import type { PortalPagesQuery } from '../generated/public-graph.js';
import { facilities } from '../map/maps-told.js';
import { type PageKind, pageOf } from '../record/city.js';

/** Pages that one map of a site may name (sitemaps.org); whole pages of the graph. */
const mostPages = 50_000;

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

type Edge = NonNullable<NonNullable<PortalPagesQuery['opportunities']>['edges']>[number];

const opportunities: Collection<PortalPagesQuery, Edge> = {
  document: 'portal-pages',
  first: 100,
  connectionOf: (data) => data.opportunities,
};

/** A page that engines are to know, and when what it tells last changed. */
interface Page {
  readonly address: string;
  readonly changedAt: string | null;
}

/** `/sitemap.xml`: the maps of the site, each of as many pages as engines take in one. */
export function siteIndex(question: Question): Promise<Told> {
  return Promise.resolve(xml(indexText(question)));
}

/** `/sitemap/facilities.xml`, `/sitemap/opportunities.xml?after=…`: the pages of one map, so that engines find what no link leads to. */
export function siteMap(question: Question, kind: string): Promise<Told> {
  const pages = kind === 'facilities' ? facilityPages(question) : opportunityPages(question);
  return Promise.resolve(xml(mapText(pages)));
}

/** `/robots.txt`: where the maps of the site are; the graph itself is not for engines. */
export function robots({ city }: Question): Promise<Told> {
  const body = `User-agent: *\nDisallow: /graphql\nDisallow: /department/\nSitemap: ${city.address}/sitemap.xml\n`;
  return Promise.resolve({ type: 'text/plain; charset=utf-8', body });
}

const xml = (body: AsyncIterable<string>): Told => ({
  type: 'application/xml; charset=utf-8',
  body,
});

async function* indexText({ graph, city, signal }: Question): AsyncGenerator<string> {
  const map = (kind: PageKind, after?: string): string => {
    const begin = after === undefined ? '' : `?after=${encodeURIComponent(after)}`;
    const address = `${city.address}/sitemap/${kind}.xml${begin}`;
    return `${elementText(element('sitemap', [element('loc', address)]))}\n`;
  };
  let before = `${xmlDeclaration}<sitemapindex xmlns="${namespace}">\n${map('facilities')}${map('opportunities')}`;
  let passed = 0;
  for await (const { edges, data } of walk(graph, opportunities, { signal })) {
    passed += edges.length;
    const { hasNextPage, endCursor } = data.opportunities?.pageInfo ?? {};
    const isFull = passed >= mostPages && hasNextPage && endCursor;
    yield before + (isFull ? map('opportunities', endCursor) : '');
    before = '';
    if (isFull) passed = 0;
  }
  yield `${before}</sitemapindex>\n`;
}

async function* mapText(pages: AsyncIterable<Page>): AsyncGenerator<string> {
  // Nothing is sent before the first page is known, so that a hub that cannot tell any can still say so.
  let before = `${xmlDeclaration}<urlset xmlns="${namespace}">\n`;
  let told = 0;
  for await (const { address, changedAt } of pages) {
    const changed = changedAt ? [element('lastmod', changedAt)] : [];
    yield `${before}${elementText(element('url', [element('loc', address), ...changed]))}\n`;
    before = '';
    told += 1;
    if (told === mostPages) break;
  }
  yield `${before}</urlset>\n`;
}

async function* facilityPages({ graph, city, signal }: Question): AsyncGenerator<Page> {
  for await (const { edges } of walk(graph, facilities, { signal })) {
    for (const { node } of edges) {
      if (!node) throw notNow();
      const changedAt = node.provenance?.asOf ?? null;
      yield { address: pageOf(city, 'facilities', node.code), changedAt };
    }
  }
}

async function* opportunityPages({ graph, city, said, signal }: Question): AsyncGenerator<Page> {
  const after = said.get('after');
  try {
    for await (const { edges } of walk(graph, opportunities, { after, signal })) {
      for (const { node, indexedAt } of edges)
        if (node) yield { address: pageOf(city, 'opportunities', node.id), changedAt: indexedAt };
    }
  } catch (error) {
    // A cursor that the graph does not know names no map.
    if (error instanceof BrokenWalk && error.code === 'BAD_USER_INPUT') throw nothingThere();
    throw error;
  }
}
