import { type Html, html } from '../told-page/html.js';
import { sayDay, sayMoment, sayPeriod, sayStretch } from './day.js';
import type { Hit } from './found.js';
import { audiences, openStates, states, wordOf } from './words.js';

/** Says the name of a department by its code. */
export type NameOf = (department: string) => string;

/** One hit as an item of the list, the same from the server and in the browser. Texts go in as text, never as markup. */
export function hitPart(hit: Hit, nameOf: NameOf): Html {
  const facts = [hit.summary?.ja, whenOf(hit), whereOf(hit), forWhomOf(hit), applyOf(hit)];
  return html`<li>
    <h3>${heading(hit)}</h3>
    ${marks(hit, nameOf)}${facts.map((fact) => fact && html`<p>${fact}</p>`)}${ownPage(hit)}${risk(hit)}
  </li>`;
}

function heading({ title, node }: Hit): Html | string {
  const name = title?.ja ?? '（名称を取得できません）';
  return node ? html`<a href="/opportunities/${encodeURIComponent(node.id)}">${name}</a>` : name;
}

/** The page that whoever holds it has of its own. */
function ownPage({ node, title }: Hit): Html | null {
  const page = node && 'url' in node ? node.url : null;
  if (!page || !/^https?:/.test(page)) return null;
  const name = title?.ja ? `${title.ja}：主催者の案内` : '主催者の案内';
  return html`<p><a href="${page}" aria-label="${name}">主催者の案内</a></p>`;
}

const risk = ({ node }: Hit): Html | null =>
  node && 'atOwnResponsibility' in node && node.atOwnResponsibility === 'YES'
    ? html`<p>市以外の主催です。ご自身の判断でご参加ください。</p>`
    : null;

function marks(hit: Hit, nameOf: NameOf): Html {
  const { applicationState, department, organiser, sample, node } = hit;
  const state = applicationState ?? 'UNKNOWN';
  const isOpen = openStates.has(state);
  const who = organiser ?? (department ? nameOf(department) : null);
  const isMinded = node && 'childcareOffered' in node && node.childcareOffered === 'YES';
  return html`<p class="marks">
    <span class="mark ${isOpen && 'open'}">${wordOf(states, state)}</span>
    ${isMinded && html`<span class="mark">保育あり</span>`}
    ${who && html`<span class="mark">${who}</span>`}
    ${sample && html`<span class="mark sample">見本</span>`}
  </p>`;
}

function whenOf({ startsAt, endsAt, nextStartsAt }: Hit): string {
  if (!startsAt) return '日時：主催者へ確認してください';
  const stretch = `日時：${sayStretch(startsAt, endsAt)}`;
  return nextStartsAt && nextStartsAt !== startsAt
    ? `${stretch}　次回：${sayMoment(nextStartsAt)}`
    : stretch;
}

function whereOf({ venue, venueText, roomText }: Hit): string {
  const place = venue?.name?.ja ?? venueText;
  const block = venue?.address?.block;
  const named = [place && block ? `${place}（${block}）` : place, roomText];
  return place ? `場所：${named.filter(Boolean).join('　')}` : '';
}

function forWhomOf({ fee, audiences: groups, seats }: Hit): string {
  const who = (groups ?? []).map((code) => wordOf(audiences, code)).join('・');
  const facts = [who && `対象：${who}`, priceOf(fee), placesOf(seats)];
  return facts.filter(Boolean).join('　');
}

function priceOf(fee: Hit['fee']): string {
  if (fee?.kind === 'FREE') return '費用：無料';
  if (fee?.yen != null) return `費用：${fee.yen.toLocaleString('ja-JP')}円`;
  return fee?.note ? `費用：${fee.note}` : '';
}

function placesOf(seats: Hit['seats']): string {
  if (seats?.left == null) return '';
  if (seats.left < 1) return '満員';
  return seats.left < 10 ? '残り：10人未満' : `残り：${seats.left}人以上`;
}

function applyOf({ applyPeriod, node }: Hit): string {
  const from = applyPeriod?.opensAt ? sayDay(applyPeriod.opensAt) : '';
  const to = applyPeriod?.closesAt ? sayMoment(applyPeriod.closesAt) : '';
  const how = node && 'howToApply' in node ? node.howToApply : null;
  const facts = [sayPeriod(from, to), how].filter(Boolean).join('　');
  return facts && `申込：${facts}`;
}
