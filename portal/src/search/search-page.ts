import { type Question, askPartly } from '../answer/question.js';
import { NotTold, type Told } from '../answer/told.js';
import { departmentNames } from '../department-names.js';
import type { SearchPageQuery } from '../generated/public-graph.js';
import { type Alternate, framed } from '../told-page/frame.js';
import type { Answer } from './found.js';
import type { NameOf } from './hit-part.js';
import { searchMain } from './search-main.js';
import { sayWish, titleOf } from './say-wish.js';
import { type Wish, addressOf, filterOf, wishOf } from './wish.js';
import { wordOf } from './words.js';

/** `/?…`: what a search finds, told whole by the server, so that no script is needed to read it. Never refused. */
export async function searchPage(question: Question): Promise<Told> {
  const wish = wishOf(question.said);
  const after = question.said.get('after');
  const answer = await answerTo(question, wish, after);
  const nameOf = namesIn(answer);
  const words = sayWish(wish);
  const told = framed(
    {
      title: titleOf(wish),
      description: `${words && `${words}：`}図書館・公民館・スポーツ・子育て・福祉の講座や催しを、まとめてさがせます。`,
      canonical: question.city.address + addressOf(wish),
      alternates: alternatesOf(wish),
      main: searchMain({ wish, answer, nameOf, isLater: after !== null }),
      silent: answer.found ? answer.silent : ['center'],
    },
    'search.html',
  );
  // What somebody searches for is kept by nobody on the way, and looked up again each time.
  return { ...told, headers: { ...told.headers, 'cache-control': 'no-cache' } };
}

async function answerTo(question: Question, wish: Wish, after: string | null): Promise<Answer> {
  const variables = {
    filter: filterOf(wish, question.now),
    sort: wish.sort,
    withFacets: true,
    ...(after !== null && { after }),
  };
  try {
    const { data, silent } = await askPartly<SearchPageQuery>(question, 'search-page', variables);
    return { found: data.opportunities, silent: silent.map(({ name }) => name) };
  } catch (error) {
    if (error instanceof NotTold) return { found: null, silent: [] };
    throw error;
  }
}

/** Departments as the register calls them, as far as the answer has said it. */
function namesIn({ found }: Answer): NameOf {
  const facet = found?.facets?.find(({ field }) => field === 'DEPARTMENT');
  const said = new Map(facet?.values?.map(({ code, label }) => [code, label?.ja]));
  return (code) => said.get(code) ?? wordOf(departmentNames, code);
}

function alternatesOf(wish: Wish): Alternate[] {
  const said = addressOf(wish).slice(1);
  return [
    {
      type: 'text/calendar',
      href: `/calendar/search.ics${said}`,
      title: 'この検索のカレンダー',
    },
    {
      type: 'application/rss+xml',
      href: `/feeds/opportunities.rss${said}`,
      title: 'この検索の新着（RSS）',
    },
    {
      type: 'application/atom+xml',
      href: `/feeds/opportunities.atom${said}`,
      title: 'この検索の新着（Atom）',
    },
  ];
}
