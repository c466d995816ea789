import type { Question } from '../answer/question.js';
import { type Told, notNow } from '../answer/told.js';
import { walk } from '../collection/walk.js';
import { element, elementText, xmlDeclaration } from '../feed/xml.js';
import { facilities, opportunities } from '../map/maps-told.js';
import { pageOf } from '../record/city.js';

/** Pages that one map of a site may name (sitemaps.org). */
const mostPages = 50_000;

/** A page that engines are to know, and when what it tells last changed. */
interface Page {
  readonly address: string;
  readonly changedAt: string | null;
}

/** `/sitemap.xml`: every page of a house and of what one can take part in, so that engines find what no link leads to. */
export function siteMap(question: Question): Promise<Told> {
  return Promise.resolve({ type: 'application/xml; charset=utf-8', body: siteText(question) });
}

/** `/robots.txt`: where the map of the site is; the graph itself is not for engines. */
export function robots({ city }: Question): Promise<Told> {
  const body = `User-agent: *\nDisallow: /graphql\nDisallow: /department/\nSitemap: ${city.address}/sitemap.xml\n`;
  return Promise.resolve({ type: 'text/plain; charset=utf-8', body });
}

async function* siteText(question: Question): AsyncGenerator<string> {
  // Nothing is sent before the first page is known, so that a hub that cannot tell any can still say so.
  let before = `${xmlDeclaration}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n`;
  let told = 0;
  for await (const { address, changedAt } of pages(question)) {
    if (told === mostPages) break;
    told += 1;
    const changed = changedAt ? [element('lastmod', changedAt)] : [];
    yield `${before}${elementText(element('url', [element('loc', address), ...changed]))}\n`;
    before = '';
  }
  yield `${before}</urlset>\n`;
}

async function* pages({ graph, city, signal }: Question): AsyncGenerator<Page> {
  for await (const { edges } of walk(graph, facilities, { signal })) {
    for (const { node } of edges) {
      if (!node) throw notNow();
      const changedAt = node.provenance?.asOf ?? null;
      yield { address: pageOf(city, 'facilities', node.code), changedAt };
    }
  }
  const variables = { filter: {}, sort: 'STARTS_AT' };
  for await (const { edges } of walk(graph, opportunities, { variables, signal })) {
    for (const { node, indexedAt } of edges)
      if (node) yield { address: pageOf(city, 'opportunities', node.id), changedAt: indexedAt };
  }
}
