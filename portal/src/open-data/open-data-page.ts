import type { City } from '../record/city.js';
import { type ToldPage, tabTitle } from '../told-page/frame.js';
import { type Html, html } from '../told-page/html.js';
import { catalogue } from './catalogue.js';
import type { DataList, ListedSheet, RowCount } from './data-list.js';
import { inJapan } from './japan-clock.js';
import { licence } from './licence.js';
import { type FilterWord, filterWords } from './narrowed.js';

/** The page for people that lists the files. */
export function openDataPage(list: DataList, city: City): ToldPage {
  const { since, readAt } = list.state;
  const hasSamples = list.sheets.some(({ count }) => count.samples > 0);
  return {
    title: tabTitle('オープンデータ'),
    description: `${city.city}の講座・催し、施設、文化財、人口の一覧を、標準オープンデータセットのCSVで配布します。`,
    canonical: `${city.address}/open-data`,
    alternates: [
      { type: 'application/ld+json', href: '/open-data/catalog.jsonld', title: 'カタログ（DCAT）' },
      { type: 'text/turtle', href: '/open-data/catalog.ttl', title: 'カタログ（DCAT）' },
    ],
    data: catalogue(list, city),
    main: html`<h1>オープンデータ</h1>
      <p>講座・催し、施設、文化財、人口の一覧を、標準オープンデータセットの列で配布します。ファイルはその場で作るので、いつでも最新です。</p>
      ${hasSamples && html`<p><strong>見本の行を含むファイルがあります。</strong>備考に「見本（実在しない例です）」とある行は実在しません。</p>`}
      <dl>
        <dt>利用条件</dt>
        <dd><a href="${licence.address}" rel="license">${licence.name}</a></dd>
        <dt>内容が最後に変わったとき</dt>
        <dd>${said(since)} 以前</dd>
        <dt>各部署から最後に取り込んだとき</dt>
        <dd>${readAt ? said(readAt) : '取り込んでいない部署があります'}</dd>
        <dt>文字コード</dt>
        <dd>UTF-8（BOM付き）またはCP932（Shift_JIS）。CP932にない文字は、似た文字か「&amp;#x20BB7;」の形で書き、取り込むと元に戻ります。</dd>
        <dt>機械で読むカタログ</dt>
        <dd><a href="/open-data/catalog.jsonld">catalog.jsonld（DCAT、JSON-LD）</a>、<a href="/open-data/catalog.ttl">catalog.ttl（DCAT、Turtle）</a></dd>
      </dl>
      ${list.sheets.map((listed) => section(listed, city))}
      <h2 id="narrow">絞り込み</h2>
      <p>アドレスの後に条件を付けると、その条件に合う行だけになります。例：<code>/open-data/${city.code}_event.csv?from=2027-01-01&amp;kind=COURSE</code></p>
      <dl>${wordsOf(list)}</dl>`,
  };
}

function section({ sheet, publisher, count }: ListedSheet, city: City): Html {
  const address = `/open-data/${city.code}_${sheet.name}.csv`;
  return html`<h2 id="${sheet.name}">${sheet.title}</h2>
    <p>${sheet.description}</p>
    <dl>
      <dt>件数</dt>
      <dd>${countInWords(count)}</dd>
      <dt>公開する部署</dt>
      <dd>${publisher}</dd>
      ${sheet.editions.map(
        ({ name, title }) => html`<dt>${title}</dt>
          <dd>
            <a href="${address}?edition=${name}" download>${sheet.title} UTF-8</a>、
            <a href="${address}?edition=${name}&amp;encoding=cp932" download>${sheet.title} CP932</a>
          </dd>`,
      )}
    </dl>`;
}

const countInWords = ({ rows, isExact, samples }: RowCount): string =>
  `${rows.toLocaleString('ja-JP')}件${isExact ? '' : '以上'}${samples > 0 ? '（見本を含む）' : ''}`;

function wordsOf({ sheets }: DataList): Html[] {
  const words = new Set<FilterWord>(sheets.flatMap(({ sheet }) => [...sheet.filters]));
  return [...words].map(
    (word) => html`<dt><code>${word}</code></dt>
      <dd>${filterWords[word]}</dd>`,
  );
}

function said(moment: Date): string {
  const { date, time } = inJapan(moment.toISOString());
  return `${date} ${time}`;
}
