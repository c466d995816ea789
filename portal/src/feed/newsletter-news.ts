import type { PortalNewslettersQuery } from '../generated/public-graph.js';
import { type City, tagOf } from '../record/city.js';
import type { News } from './feed-text.js';

/** One issue of the newsletter. */
export type Newsletter = NonNullable<
  NonNullable<NonNullable<PortalNewslettersQuery['newsletters']>['edges']>[number]['node']
>;

/** An issue of the newsletter as a piece of news, with all that it says. */
export function newsletterNews(issue: Newsletter, city: City): News[] {
  const { id, title, publishedAt, sections } = issue;
  if (!title || !publishedAt) return [];
  return [
    {
      id: tagOf(city, 'newsletter', id),
      title: title.ja,
      url: `${city.address}/`,
      updatedAt: publishedAt,
      lines: (sections ?? []).flatMap(linesOfSection),
      author: `${city.city}生涯学習情報センター`,
      categories: ['生涯学習だより'],
    },
  ];
}

type Section = NonNullable<Newsletter['sections']>[number];

function linesOfSection({ heading, lines, omitted }: Section): string[] {
  const texts = (lines ?? []).flatMap(({ text }) => text ?? []);
  if (heading) texts.unshift(`■${heading.ja}`);
  if (omitted) texts.push(`ほか${omitted}件`);
  return texts;
}
