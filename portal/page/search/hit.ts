import type { Found } from './ask.js';
import { sayDay, sayMoment, sayStretch } from '../../src/search/day.js';
import { audiences, states, wordOf } from '../../src/search/words.js';

/** One line of the result. */
export type Hit = NonNullable<NonNullable<Found>['edges']>[number];

/** Says the name of a department by its code. */
export type NameOf = (department: string) => string;

const openStates: ReadonlySet<string> = new Set(['OPEN', 'LOTTERY', 'NO_APPLICATION']);

/** Draws one hit as a list item. Texts go in as text, never as markup. */
export function drawHit(hit: Hit, nameOf: NameOf): HTMLLIElement {
  const item = document.createElement('li');
  const facts = [hit.summary?.ja, whenOf(hit), whereOf(hit), forWhomOf(hit), applyOf(hit)];
  item.append(heading(hit), marks(hit, nameOf));
  for (const fact of facts) if (fact) item.append(paragraph(fact));
  item.append(...ownPage(hit));
  if (hit.node && 'atOwnResponsibility' in hit.node && hit.node.atOwnResponsibility === 'YES')
    item.append(paragraph('市以外の主催です。ご自身の判断でご参加ください。'));
  return item;
}

function heading({ title, node }: Hit): HTMLElement {
  const head = document.createElement('h3');
  const name = title?.ja ?? '（名称を取得できません）';
  if (node) {
    const link = document.createElement('a');
    link.href = `/opportunities/${encodeURIComponent(node.id)}`;
    link.textContent = name;
    head.append(link);
  } else {
    head.textContent = name;
  }
  return head;
}

/** The page that whoever holds it has of its own. */
function ownPage({ node }: Hit): Element[] {
  const page = node && 'url' in node ? node.url : null;
  if (!page || !/^https?:/.test(page)) return [];
  const link = document.createElement('a');
  link.href = page;
  link.textContent = '主催者の案内';
  const row = document.createElement('p');
  row.append(link);
  return [row];
}

function marks({ applicationState, department, organiser, sample }: Hit, nameOf: NameOf): Element {
  const row = document.createElement('p');
  row.className = 'marks';
  const state = applicationState ?? 'UNKNOWN';
  row.append(mark(wordOf(states, state), openStates.has(state) ? 'open' : ''));
  if (organiser || department) row.append(mark(organiser ?? nameOf(department ?? ''), ''));
  if (sample) row.append(mark('見本', 'sample'));
  return row;
}

function mark(text: string, kind: string): HTMLElement {
  const span = document.createElement('span');
  span.className = `mark ${kind}`.trim();
  span.textContent = text;
  return span;
}

function paragraph(text: string): HTMLElement {
  const row = document.createElement('p');
  row.textContent = text;
  return row;
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
  return place ? `場所：${[place, roomText].filter(Boolean).join('　')}` : '';
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
  const facts = [from || to ? `${from}～${to}` : '', how].filter(Boolean).join('　');
  return facts && `申込：${facts}`;
}
