import { type Partly, type Question, askPartly } from '../answer/question.js';
import { type Told, notNow } from '../answer/told.js';
import type { PortalFacilitySearchQuery } from '../generated/public-graph.js';
import { facilityTypes } from '../record/facility-types.js';
import { framed, tabTitle } from '../told-page/frame.js';
import { facilitySearchMain } from './facility-search-main.js';
import { type FacilityWish, facilityAddress, facilityWishOf } from './facility-wish.js';
import { type House, fitting } from './fitting.js';

/** Houses that are looked through at most: more than any city of this size has. */
const mostHouses = 1_000;

/** `/facilities?text=…&type=…&need=…`: the houses of the city by name, kind, and what they have. */
export async function facilitySearchPage(question: Question): Promise<Told> {
  const wish = facilityWishOf(question.said);
  const { all, silent, isCut } = await register(question);
  const items = itemsOf(all);
  const words = wordsOf(wish, items);
  const told = framed({
    title: tabTitle(`${words && `${words}：`}施設をさがす`),
    description: `${words && `${words}：`}公民館・図書館・ホールなどの場所、開館時間、バリアフリーの設備をさがせます。`,
    canonical: question.city.address + facilityAddress(wish),
    alternates: [],
    main: facilitySearchMain({
      wish,
      fitting: fitting(all, wish),
      items,
      silent,
      isCut,
      city: question.city,
    }),
    silent,
  });
  // Whether a house is open now is true for a moment only.
  return { ...told, headers: { ...told.headers, 'cache-control': 'no-cache' } };
}

/** Houses that one question asks for. */
const housesAtOnce = 100;

/** The houses of the register; once a department was silent, the rest is asked without what it would have said. */
async function register(question: Question) {
  const all: House[] = [];
  const silent = new Set<string>();
  let after: string | null = null;
  do {
    const said: Partly<PortalFacilitySearchQuery> = await askPartly(
      question,
      'portal-facility-search',
      { first: housesAtOnce, after, withAccess: silent.size === 0 },
    );
    const { facilities } = said.data;
    if (!facilities?.edges) throw notNow();
    for (const { node } of facilities.edges) if (node) all.push(node);
    for (const { name } of said.silent) silent.add(name);
    after = facilities.pageInfo?.hasNextPage ? (facilities.pageInfo.endCursor ?? null) : null;
  } while (after !== null && all.length < mostHouses);
  return { all, silent: [...silent], isCut: after !== null };
}

/** What houses may have, in the order of the standard. */
function itemsOf(all: readonly House[]): ReadonlyMap<string, string> {
  const items = all.flatMap(({ access }) => access?.items ?? []);
  return new Map(items.flatMap(({ code, term }) => (code && term ? [[code, term] as const] : [])));
}

function wordsOf({ text, type, needs }: FacilityWish, items: ReadonlyMap<string, string>): string {
  const words = [
    text && `「${text}」`,
    type && facilityTypes[type],
    ...needs.map((need) => items.get(need)),
  ];
  return words.filter(Boolean).join('・');
}
