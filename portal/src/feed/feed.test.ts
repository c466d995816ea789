import Parser from 'rss-parser';
import { expect, test } from 'vitest';

import { aCity } from '../record/opportunity.builder.js';
import { type Feed, type News, feedForms } from './feed-text.js';
import { newsletterNews } from './newsletter-news.js';
import { type FoundOpportunity, opportunityNews } from './opportunity-news.js';

const telling = { city: aCity, names: new Map([['kominkan', '公民館']]) };

const aHit = (said: Partial<FoundOpportunity> = {}): FoundOpportunity => ({
  kind: 'COURSE',
  title: { ja: '介護のはじめかた', kana: null },
  summary: { ja: '家での支え方を学びます。' },
  organiser: '柳沢公民館',
  department: 'kominkan',
  startsAt: '2026-12-05T01:00:00.000Z',
  endsAt: '2026-12-05T03:00:00.000Z',
  cancelledAt: null,
  applyPeriod: null,
  selection: { method: 'NONE' },
  fee: { kind: 'FREE', yen: null, note: null },
  audiences: ['ADULT'],
  venueText: null,
  roomText: '第1会議室',
  sample: false,
  indexedAt: '2026-11-20T01:02:03.000Z',
  venue: {
    code: '132292-0302',
    name: { ja: '柳沢公民館' },
    point: { latitude: 35.7281, longitude: 139.5512 },
  },
  node: { id: 'course-1' },
  ...said,
});

const aFeed = (news: readonly News[]): Feed => ({
  id: 'tag:manabi-hub,2026:132292/feed/opportunities',
  title: '新着 <全部> & "もっと"',
  description: '説明',
  self: `${aCity.address}/feeds/opportunities.rss?text=%E4%BB%8B%E8%AD%B7&state=OPEN`,
  url: `${aCity.address}/?text=%E4%BB%8B%E8%AD%B7&state=OPEN`,
  news,
});

/** A feed in each form, as a reader that others wrote understands it. */
const readBack = (news: readonly News[]) =>
  Promise.all(
    Object.values(feedForms).map(({ write }) => new Parser().parseString(write(aFeed(news)))),
  );

test('both forms are read back with the same news, names and moments', async () => {
  const news = opportunityNews(aHit(), telling);

  for (const feed of await readBack(news)) {
    const [item] = feed.items;
    expect(feed.title).toBe('新着 <全部> & "もっと"');
    expect(item?.title).toBe('介護のはじめかた');
    expect(item?.link).toBe('https://manabi.example.jp/opportunities/course-1');
    expect(item?.['guid'] ?? item?.['id']).toBe('tag:manabi-hub,2026:132292/opportunity/course-1');
    expect(item?.isoDate).toBe('2026-11-20T01:02:03.000Z');
    expect(item?.contentSnippet ?? item?.['summary']).toContain(
      '日時：2026年12月5日(土) 10:00～12:00',
    );
  }
});

test('a hostile title is a title in both forms, and no markup', async () => {
  const ja = `]]><script>alert("1")</script>&amp;'\u0000\u001b\ufffe\ud800<item>`;
  const news = opportunityNews(aHit({ title: { ja, kana: null }, organiser: '<b>"&' }), telling);
  const said = `]]><script>alert("1")</script>&amp;'\ufffd<item>`;

  for (const feed of await readBack(news)) {
    expect(feed.items.length).toBe(1);
    expect(feed.items[0]?.title).toBe(said);
  }
});

test('markup in a text is text in what readers show as markup', async () => {
  const news = opportunityNews(aHit({ summary: { ja: '<img src=x onerror=alert(1)>' } }), telling);
  const [rss] = await readBack(news);

  expect(rss?.items[0]?.content).toContain('&lt;img src=x onerror=alert(1)&gt;');
  expect(rss?.items[0]?.content).not.toContain('<img');
});

test('that something was called off is news under the name that it had', () => {
  const [standing] = opportunityNews(aHit(), telling);
  const [cancelled] = opportunityNews(
    aHit({ cancelledAt: '2026-11-21T00:00:00.000Z', indexedAt: '2026-11-21T00:00:02.000Z' }),
    telling,
  );

  expect(cancelled?.id).toBe(standing?.id);
  expect(cancelled?.title).toBe('【中止】介護のはじめかた');
  expect(cancelled?.updatedAt).toBe('2026-11-21T00:00:02.000Z');
});

test('a feed without news is a feed, and the same whenever it is asked', async () => {
  for (const feed of await readBack([])) expect(feed.items).toEqual([]);
  for (const { write } of Object.values(feedForms)) expect(write(aFeed([]))).toBe(write(aFeed([])));
});

test('an issue of the newsletter is one piece of news with all its lines', async () => {
  const issue = {
    id: 'newsletter-1',
    title: { ja: '生涯学習だより　12月号' },
    startsAt: null,
    endsAt: null,
    publishedAt: '2026-11-20T00:00:00.000Z',
    sections: [
      {
        heading: { ja: '乳幼児期' },
        lines: [{ text: '12月5日　えほんの会', opportunityId: 'program-1' }],
        omitted: 2,
      },
    ],
  };

  for (const feed of await readBack(newsletterNews(issue, aCity))) {
    expect(feed.items[0]?.title).toBe('生涯学習だより　12月号');
    expect(feed.items[0]?.contentSnippet ?? feed.items[0]?.['summary']).toMatch(
      /■乳幼児期\s+12月5日　えほんの会\s+ほか2件/,
    );
  }
});
