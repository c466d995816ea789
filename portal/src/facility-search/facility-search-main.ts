import { facilityTypes } from '../record/facility-types.js';
import { sayAddress } from '../record/facts.js';
import type { City } from '../record/city.js';
import { wordOf } from '../search/words.js';
import { sayClosingRule, sayHours } from '../told-page/hours.js';
import { type Html, html } from '../told-page/html.js';
import { silentNotice } from '../told-page/silent-notice.js';
import { phoneLink } from '../told-page/phone-link.js';
import { type FacilityWish, facilityAddress } from './facility-wish.js';
import { type Fitting, type House, pageOfFitting, valueOf } from './fitting.js';

/** What the page shows. */
export interface FacilitiesShown {
  readonly wish: FacilityWish;
  readonly fitting: Fitting;
  /** What a house may have, by code, as the graph calls it. */
  readonly items: ReadonlyMap<string, string>;
  readonly silent: readonly string[];
  /** Whether there are more houses than are looked through. */
  readonly isCut: boolean;
  readonly city: City;
}

/** The page on which residents look for a house by name, kind, and what it has. It needs no script. */
export const facilitySearchMain = (shown: FacilitiesShown): Html =>
  html`<h1>施設をさがす</h1>
    ${formPart(shown)} ${resultsPart(shown)}`;

function formPart({ wish, items }: FacilitiesShown): Html {
  return html`<form role="search" aria-label="施設の検索" action="/facilities">
    <div class="words">
      <label for="text">名前や町の名</label>
      <input id="text" name="text" type="search" value="${wish.text}" autocomplete="off" maxlength="60"
        aria-describedby="text-hint" />
      <button type="submit">さがす</button>
      <p id="text-hint">例：田無、ほうや、公民館。ひらがなでもさがせます。</p>
    </div>
    <div class="choice">
      <label for="type">種類</label>
      <select id="type" name="type">
        <option value="">すべて</option>
        ${Object.entries(facilityTypes).map(
          ([code, word]) =>
            html`<option value="${code}" ${code === wish.type && 'selected'}>${word}</option>`,
        )}
      </select>
    </div>
    ${
      items.size > 0 &&
      html`<details ${wish.needs.length > 0 && 'open'}>
        <summary>バリアフリー・子ども連れの設備でしぼる</summary>
        <fieldset>
          <legend>あってほしい設備</legend>
          <div class="rows">${[...items].map(([code, term]) => needPart(code, term, wish))}</div>
        </fieldset>
        <button type="submit">この条件でさがす</button>
      </details>`
    }
    <p><a href="/facilities">条件をすべて外す</a></p>
  </form>`;
}

const needPart = (code: string, term: string, { needs }: FacilityWish): Html =>
  html`<label>
    <input type="checkbox" name="need" value="${code}" ${needs.includes(code) && 'checked'} />
    <span>${term}</span>
  </label>`;

function resultsPart(shown: FacilitiesShown): Html {
  const { wish, fitting } = shown;
  const isNothing = fitting.sure.length + fitting.unsure.length === 0;
  const { sure, unsure, hasNext } = pageOfFitting(fitting, wish.page);
  return html`<section id="results" aria-labelledby="results-name" tabindex="-1">
    <h2 id="results-name">検索結果</h2>
    <p id="count" role="status">${countOf(shown)}</p>
    ${silentNotice(shown.silent)}
    ${shown.isCut && html`<p class="notice">施設が多いため、一部だけをさがしました。</p>`}
    ${isNothing && nothing(wish)} ${listOf(sure, shown)}
    ${
      unsure.length > 0 &&
      html`<h2>設備がまだ分からない施設（${fitting.unsure.length}件）</h2>
        <p>「ない」と分かったわけではありません。施設へ確認してください。</p>
        ${listOf(unsure, shown)}`
    }
    <p>
      ${wish.page > 1 && html`<a href="${facilityAddress({ ...wish, page: 1 })}">はじめに戻る</a>　`}
      ${hasNext && html`<a class="button" href="${facilityAddress({ ...wish, page: wish.page + 1 })}">つづきを見る</a>`}
    </p>
  </section>`;
}

function countOf({ wish, fitting: { sure, unsure } }: FacilitiesShown): string {
  if (sure.length + unsure.length === 0) return '見つかりませんでした';
  if (wish.needs.length === 0) return `${sure.length}件見つかりました`;
  return `設備がそろうと分かっている施設：${sure.length}件`;
}

const nothing = ({ text, type, needs }: FacilityWish): Html =>
  html`<div id="nothing">
    <p>ことばを短くするか、条件を減らしてみてください。</p>
    <ul>
      ${
        text !== '' &&
        (type !== null || needs.length > 0) &&
        html`<li><a href="/facilities?${said(text)}">条件を外して「${text}」をさがす</a></li>`
      }
      <li><a href="/facilities">すべての施設を見る</a></li>
      ${text !== '' && html`<li><a href="/?${said(text)}">講座・催しから「${text}」をさがす</a></li>`}
    </ul>
  </div>`;

const said = (text: string): string => new URLSearchParams({ text }).toString();

const listOf = (houses: readonly House[], shown: FacilitiesShown): Html | false =>
  houses.length > 0 &&
  html`<ul class="list">
    ${houses.map((house) => housePart(house, shown))}
  </ul>`;

function housePart(house: House, { wish, items, city }: FacilitiesShown): Html {
  const { code, name, type, phone, address } = house;
  const needed = wish.needs.map(
    (need) => `${items.get(need) ?? need}：${wordOf(known, valueOf(house, need))}`,
  );
  const times = [...sayHours(house.hours ?? []), house.hoursNote].filter(Boolean).join('、');
  const closed = (house.closedDays ?? []).flatMap(sayClosingRule).join('、');
  return html`<li>
    <h3><a href="/facilities/${encodeURIComponent(code)}">${name?.ja ?? code}</a></h3>
    <p class="marks">
      ${type && html`<span class="mark">${wordOf(facilityTypes, type)}</span>`}${openMark(house)}
    </p>
    ${facts([
      ['設備', needed.join('、')],
      ['住所', sayAddress(address, city)],
      ['開館時間', times],
      ['休館日', closed],
    ])}
    ${phone && html`<p>電話：${phoneLink(phone)}</p>`}
  </li>`;
}

const known = { YES: '有', NO: '無', UNKNOWN: 'まだ分かりません' };

function openMark({ openNow, status }: House): Html | false {
  if (status === 'CLOSED') return html`<span class="mark">休止中</span>`;
  if (openNow === 'YES') return html`<span class="mark open">いま開いています</span>`;
  return openNow === 'NO' && html`<span class="mark">いま閉まっています</span>`;
}

const facts = (all: readonly (readonly [string, string | null])[]): Html[] =>
  all.flatMap(([term, text]) => (text ? [html`<p>${term}：${text}</p>`] : []));
