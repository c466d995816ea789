import type { Question } from '../answer/question.js';
import { type Told, notNow } from '../answer/told.js';
import type { Telling } from '../record/telling.js';
import { departmentNames } from '../collection/departments.js';
import { type Collection, walk } from '../collection/walk.js';
import type { FoundOpportunity } from '../feed/opportunity-news.js';
import type { PortalFacilitiesQuery, PortalFoundQuery } from '../generated/public-graph.js';
import type { JsonObject } from '../linked-data/json-object.js';
import { filterOf, wishOf } from '../search/wish.js';
import { collectionText } from './collection-text.js';
import { facilityFeature, type MappedFacility, opportunityFeature } from './features.js';

/** The houses of the register that are in use. */
export const facilities: Collection<
  PortalFacilitiesQuery,
  { readonly node: MappedFacility | null }
> = {
  document: 'portal-facilities',
  first: 100,
  connectionOf: (data) => data.facilities,
};

/** What the index finds. */
export const opportunities: Collection<PortalFoundQuery, FoundOpportunity> = {
  document: 'portal-found',
  first: 500,
  connectionOf: (data) => data.opportunities,
};

/** `/map/facilities.geojson?type=…`: every house of the register that is in use, as a FeatureCollection. */
export async function facilityMap(question: Question): Promise<Told> {
  const type = question.said.get('type');
  const asked = { collection: facilities, variables: type ? { filter: { type } } : {} };
  return map(question, asked, ({ node }, telling) =>
    node ? [facilityFeature(node, telling)] : [],
  );
}

/** `/map/opportunities.geojson?…`: all that a search finds, each at its venue, with the parameters of the search page. */
export async function opportunityMap(question: Question): Promise<Told> {
  const wish = wishOf(question.said);
  const variables = { filter: filterOf(wish, question.now), sort: wish.sort };
  return map(question, { collection: opportunities, variables }, opportunityFeature);
}

async function map<Data, Edge>(
  question: Question,
  asked: { collection: Collection<Data, Edge>; variables: Readonly<Record<string, unknown>> },
  featuresOf: (edge: Edge, telling: Telling) => readonly JsonObject[],
): Promise<Told> {
  const { graph, city, signal } = question;
  const telling = { city, names: await departmentNames(graph, signal) };
  async function* features() {
    for await (const { edges, silent } of walk(graph, asked.collection, { ...asked, signal })) {
      if (silent.length > 0) throw notNow();
      for (const edge of edges) yield* featuresOf(edge, telling);
    }
  }
  return { type: 'application/geo+json; charset=utf-8', body: collectionText(features()) };
}
