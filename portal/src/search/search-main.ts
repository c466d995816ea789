import { type Html, html } from '../told-page/html.js';
import { choicesPart } from './choice-part.js';
import type { Answer } from './found.js';
import { type NameOf, hitPart } from './hit-part.js';
import { nothingPart } from './nothing-part.js';
import { countOf, noticeOf } from './notice.js';
import { type Wish, addressOf, choicesIn } from './wish.js';
import { childAges, sorts, stretches, type Words } from './words.js';

/** What the page shows. */
export interface SearchShown {
  readonly wish: Wish;
  readonly answer: Answer;
  readonly nameOf: NameOf;
  /** Whether it is a later page of the list. */
  readonly isLater: boolean;
}

/** The search page: a form that works without a script, and what was found. */
export const searchMain = (shown: SearchShown): Html =>
  html`<h1>講座・催しをさがす</h1>
    ${formPart(shown)} ${resultsPart(shown)}`;

function formPart({ wish, answer }: SearchShown): Html {
  const made = choicesIn(wish);
  const say = made > 0 && `（${made}件選択中）`;
  return html`<form id="search" role="search" aria-label="講座・催しの検索" action="/">
    <div class="words">
      <label for="text">ことば</label>
      <input id="text" name="text" type="search" value="${wish.text}" autocomplete="off" maxlength="100"
        aria-describedby="text-hint" />
      <button type="submit">さがす</button>
      <p id="text-hint">例：介護、絵本、ヨガ。ひらがなでもさがせます。</p>
    </div>
    <noscript><p class="plain"><a href="#narrow">しぼりこむ${say}</a></p></noscript>
    <button id="toggle" type="button" aria-expanded="false" aria-controls="narrow">
      しぼりこむ<span id="made">${say}</span>
    </button>
    <div id="narrow">
      ${choicePart('when', 'いつ', { words: stretches, chosen: wish.when, none: 'いつでも' })}
      ${choicePart('childcare', '保育に空きがある（お子さんの年齢）', {
        words: childAges,
        chosen: wish.childMonths === null ? null : String(wish.childMonths),
        none: '指定しない',
      })}
      <div id="choices">${choicesPart(answer.found?.facets ?? null, wish)}</div>
      <p><a href="/">条件をすべて外す</a></p>
    </div>
    <div class="sort">
      ${selectPart('sort', 'ならび順', { words: sorts, chosen: wish.sort })}
    </div>
    <noscript><p><button type="submit">この条件でさがす</button></p></noscript>
  </form>`;
}

interface Select {
  readonly words: Words;
  readonly chosen: string | null;
  /** What stands for no choice. */
  readonly none?: string;
}

const choicePart = (name: string, label: string, select: Select): Html =>
  html`<div class="choice">${selectPart(name, label, select)}</div>`;

const selectPart = (name: string, label: string, { words, chosen, none }: Select): Html =>
  html`<label for="${name}">${label}</label>
    <select id="${name}" name="${name}">
      ${none && html`<option value="">${none}</option>`}
      ${Object.entries(words).map(
        ([code, word]) =>
          html`<option value="${code}" ${code === chosen && 'selected'}>${word}</option>`,
      )}
    </select>`;

function resultsPart({ wish, answer, nameOf, isLater }: SearchShown): Html {
  const { found } = answer;
  const hits = found?.edges ?? [];
  const notice = noticeOf(answer);
  const isNothing = found !== null && hits.length === 0;
  const { hasNextPage, endCursor } = found?.pageInfo ?? {};
  return html`<section id="results" aria-labelledby="results-name" aria-busy="false" tabindex="-1" ${found && 'data-told'}>
    <h2 id="results-name">検索結果</h2>
    <p id="count" role="status">${countOf(answer)}</p>
    <p id="notice" role="status" ${notice === '' && 'hidden'}>${notice}</p>
    ${isLater && html`<p><a href="${addressOf(wish)}">検索結果のはじめに戻る</a></p>`}
    <div id="nothing" ${!isNothing && 'hidden'}>${isNothing && nothingPart(wish)}</div>
    <ol id="list">${hits.map((hit) => hitPart(hit, nameOf))}</ol>
    <p><a id="more" class="button" href="${addressOf(wish, endCursor ?? undefined)}" ${!hasNextPage && 'hidden'}>つづきを見る</a></p>
    ${forms(wish)}
  </section>`;
}

function forms(wish: Wish): Html {
  const said = addressOf(wish).slice(1);
  return html`<p class="forms">
    この検索を受けとる：
    <a href="/calendar/search.ics${said}">カレンダー（ics）</a>
    <a href="/feeds/opportunities.rss${said}">新着（RSS）</a>
    <a href="/map/opportunities.geojson${said}">地図データ（GeoJSON）</a>
  </p>`;
}
