import { type Question, askWhole } from '../answer/question.js';
import { type Told, nothingThere } from '../answer/told.js';
import { departmentNames } from '../collection/departments.js';
import type {
  OpportunityFilter,
  PortalFoundQuery,
  PortalNewslettersQuery,
  PortalSubjectQuery,
} from '../generated/public-graph.js';
import { tagOf } from '../record/city.js';
import { sayWish } from '../search/say-wish.js';
import { addressOf, filterOf, wishOf } from '../search/wish.js';
import { type Feed, type News, feedForms } from './feed-text.js';
import { newsletterNews } from './newsletter-news.js';
import { opportunityNews } from './opportunity-news.js';

/** Pieces of news that one feed holds. */
export const newsAtOnce = 50;

/** `/feeds/opportunities.(rss|atom)?…`: what is new or has changed of what a search finds. */
export async function searchFeed(question: Question, form: string): Promise<Told> {
  const wish = wishOf(question.said);
  const words = sayWish(wish);
  const address = addressOf(wish);
  return told(question, form, {
    id: tagOf(question.city, 'feed', `opportunities${address}`),
    title: words ? `まなびハブの新着：${words}` : 'まなびハブの新着',
    description: `新しく載った、または変わった講座・催し${words && `（${words}）`}`,
    url: question.city.address + address,
    news: await newsOf(question, filterOf(wish, question.now)),
  });
}

/** `/feeds/department/<code>.(rss|atom)`: what is new or has changed of one department. */
export async function departmentFeed(
  question: Question,
  code: string,
  form: string,
): Promise<Told> {
  const names = await departmentNames(question.graph, question.signal);
  const name = names.get(code);
  if (name === undefined) throw nothingThere();
  return told(question, form, {
    id: tagOf(question.city, 'feed', `department/${code}`),
    title: `まなびハブの新着：${name}`,
    description: `${name}で新しく載った、または変わった講座・催し`,
    url: `${question.city.address}/?by=${encodeURIComponent(code)}`,
    news: await newsOf(question, { departments: [code] }),
  });
}

/** `/feeds/category/<code>.(rss|atom)`: what is new or has changed in one class of the Ministry of Education. */
export async function categoryFeed(question: Question, code: string, form: string): Promise<Told> {
  const { subject } = await askWhole<PortalSubjectQuery>(question, 'portal-subject', {
    scheme: 'MEXT',
    code,
  });
  const name = subject?.label?.ja;
  if (name === undefined) throw nothingThere();
  return told(question, form, {
    id: tagOf(question.city, 'feed', `category/${code}`),
    title: `まなびハブの新着：${name}`,
    description: `「${name}」で新しく載った、または変わった講座・催し`,
    url: `${question.city.address}/?category=${encodeURIComponent(code)}`,
    news: await newsOf(question, { categories: [code] }),
  });
}

/** `/feeds/newsletters.(rss|atom)`: the issues of the newsletter, newest first. */
export async function newsletterFeed(question: Question, form: string): Promise<Told> {
  const { city } = question;
  const { newsletters } = await askWhole<PortalNewslettersQuery>(question, 'portal-newsletters', {
    first: 20,
  });
  const issues = (newsletters?.edges ?? []).flatMap(({ node }) => node ?? []);
  const news = issues
    .flatMap((issue) => newsletterNews(issue, city))
    .toSorted((one, other) => other.updatedAt.localeCompare(one.updatedAt));
  return told(question, form, {
    id: tagOf(city, 'feed', 'newsletters'),
    title: '生涯学習だより',
    description: `${city.city}の生涯学習だより`,
    url: `${city.address}/`,
    news,
  });
}

async function newsOf(question: Question, filter: OpportunityFilter): Promise<News[]> {
  const { city, graph, signal } = question;
  const names = await departmentNames(graph, signal);
  const { opportunities } = await askWhole<PortalFoundQuery>(question, 'portal-found', {
    // That something was called off is news too.
    filter: { ...filter, includeCancelled: true },
    sort: 'RECENT',
    first: newsAtOnce,
  });
  return (opportunities?.edges ?? []).flatMap((found) => opportunityNews(found, { city, names }));
}

function told({ city, address }: Question, form: string, feed: Omit<Feed, 'self'>): Told {
  const { type, write } = feedForms[form === 'atom' ? 'atom' : 'rss'];
  return { type, body: write({ ...feed, self: city.address + address }) };
}
