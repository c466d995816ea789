import type { Telling } from '../record/telling.js';
import type { PortalFoundQuery } from '../generated/public-graph.js';
import { pageOf, tagOf } from '../record/city.js';
import { linesOf, sayApplying, sayAudiences, sayFee, sayTime } from '../record/facts.js';
import { audiences as audienceWords, wordOf } from '../search/words.js';
import type { News } from './feed-text.js';

/** One hit of the index, as feeds and maps are told it. */
export type FoundOpportunity = NonNullable<
  NonNullable<NonNullable<PortalFoundQuery['opportunities']>['edges']>[number]
>;

/** The news of an opportunity: that it is there, or what it has become; none of what has no name. */
export function opportunityNews(found: FoundOpportunity, { city, names }: Telling): News[] {
  const { node, title, indexedAt, cancelledAt, department, organiser } = found;
  if (!node || !title || !indexedAt) return [];
  const groups = (found.audiences ?? []).map((code) => wordOf(audienceWords, code));
  const by = department && (names.get(department) ?? department);
  return [
    {
      id: tagOf(city, 'opportunity', node.id),
      title: `${cancelledAt ? '【中止】' : ''}${title.ja}`,
      url: pageOf(city, 'opportunities', node.id),
      updatedAt: indexedAt,
      lines: linesOf(facts(found)),
      author: organiser ?? by ?? city.city,
      categories: [...new Set([...(by ? [by] : []), ...groups])],
    },
  ];
}

function facts(found: FoundOpportunity): (readonly [string, string])[] {
  const { summary, startsAt, endsAt, venue, venueText, roomText, applyPeriod, selection } = found;
  const place = [venue?.name?.ja ?? venueText, roomText].filter(Boolean).join('　');
  const told: readonly (readonly [string, string | null | undefined])[] = [
    ['内容', summary?.ja],
    ['日時', startsAt && sayTime(startsAt, endsAt)],
    ['場所', place],
    ['対象', sayAudiences(found.audiences)],
    ['費用', sayFee(found.fee)],
    ['申込', sayApplying({ applyPeriod, selection, howToApply: null })],
    ['注意', found.sample ? '見本です。実際の催しではありません。' : null],
  ];
  return told.flatMap(([term, text]) => (text ? [[term, text] as const] : []));
}
