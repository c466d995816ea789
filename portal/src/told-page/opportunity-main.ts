import type { Telling } from '../record/telling.js';
import { pageOf, webAddress } from '../record/city.js';
import {
  sayApplying,
  sayAudiences,
  sayDate,
  sayFee,
  sayPlace,
  saySource,
  sayTime,
} from '../record/facts.js';
import { type Opportunity, endingOf, meetingsOf } from '../record/opportunity.js';
import { openStates, states, wordOf } from '../search/words.js';
import { type Html, html } from './html.js';
import { phoneLink } from './phone-link.js';
import { silentNotice } from './silent-notice.js';
import { factList } from './fact-list.js';

const endings = {
  CANCELLED: 'この催しは中止になりました。',
  WITHDRAWN: 'この案内は、掲載を終えました。',
  REPLACED: 'この案内は、新しい案内にかわりました。',
} as const;

/** What a resident reads of an opportunity: what, when, where, how to apply, and who says so. */
export function opportunityMain(
  opportunity: Opportunity,
  telling: Telling,
  silent: readonly string[] = [],
): Html {
  const { id, title, summary, provenance } = opportunity;
  const calendar = `/calendar/opportunity/${encodeURIComponent(id)}.ics`;
  return html`<h1>${title?.ja ?? '（名称は主催者へ確認）'}</h1>
    ${marks(opportunity)} ${silentNotice(silent)} ${ending(opportunity, telling)} ${summary && html`<p>${summary.ja}</p>`}
    ${title?.plain && html`<p>やさしい日本語：${title.plain.text}</p>`}
    ${title?.en && html`<p>英語：<span lang="en">${title.en.text}</span></p>`}
    ${factList([
      ['日時', times(opportunity)],
      ['場所', place(opportunity, telling)],
      ['対象', sayAudiences(opportunity.audiences)],
      ['年齢', sayAges(opportunity.ages)],
      ['費用', sayFee(opportunity.fee)],
      ...(endingOf(opportunity) ? [] : applying(opportunity)),
      ['主催', opportunity.organiser],
      ['主催者の案内', ownPage(opportunity)],
      ['分野', subjects(opportunity)],
    ])}
    <p class="actions"><a href="${calendar}">カレンダーに入れる（ics）</a></p>
    <h2>この情報について</h2>
    ${factList([
      ['出典', saySource(provenance, telling.names)],
      ['機械で読む', html`<a href="/opportunities/${encodeURIComponent(id)}.jsonld">JSON-LD</a>`],
    ])}`;
}

/** What whoever wants to come must know; of what does not take place nobody needs it. */
const applying = (opportunity: Opportunity): (readonly [string, Html | string | null])[] => [
  ['定員', saySeats(opportunity.seats)],
  ['申込', sayApplying(opportunity) ?? '主催者へ確認してください'],
  ['保育', childcare(opportunity)],
];

function marks({ applicationState, organiser, provenance }: Opportunity): Html {
  const state = applicationState ?? 'UNKNOWN';
  const isOpen = openStates.has(state);
  return html`<p class="marks">
    <span class="mark ${isOpen && 'open'}">${wordOf(states, state)}</span>
    ${organiser && html`<span class="mark">${organiser}</span>`}
    ${provenance?.sample && html`<span class="mark sample">見本</span>`}
  </p>`;
}

function ending(opportunity: Opportunity, { city }: Telling): Html | null {
  const why = endingOf(opportunity);
  if (!why) return null;
  const { replacedBy, cancelledAt } = opportunity;
  const next = replacedBy && pageOf(city, 'opportunities', replacedBy);
  return html`<p class="notice">
    ${endings[why]}${cancelledAt && `（${sayDate(cancelledAt)}）`}
    ${next && html`<a href="${next}">新しい案内を見る</a>`}
  </p>`;
}

function times(opportunity: Opportunity): Html | string {
  const meetings = meetingsOf(opportunity);
  if (meetings.length === 0) return '主催者へ確認してください';
  const items = meetings.map(
    ({ startsAt, endsAt, topic, cancelledAt, notice, formerStartsAt }) =>
      html`<li>
        ${cancelledAt && '【中止】'}${sayTime(startsAt, endsAt)}${topic && `　${topic}`}
        ${formerStartsAt && !cancelledAt && `（${sayTime(formerStartsAt, null)}から変更）`}
        ${notice && `お知らせ：${notice}`}
      </li>`,
  );
  return html`<ul>
    ${items}
  </ul>`;
}

function place(opportunity: Opportunity, { city }: Telling): Html | string | null {
  const { venue } = opportunity;
  const said = sayPlace(opportunity, city);
  if (!venue || !said) return said;
  return html`<a href="/facilities/${encodeURIComponent(venue.code)}">${said}</a>${
    venue.phone && html`　電話 ${phoneLink(venue.phone)}`
  }`;
}

function sayAges(
  ages: Pick<NonNullable<Opportunity['ages']>, 'minMonths' | 'maxMonths'> | null,
): string | null {
  const { minMonths, maxMonths } = ages ?? {};
  if (minMonths == null && maxMonths == null) return null;
  return `${minMonths == null ? '' : sayAge(minMonths)}～${maxMonths == null ? '' : sayAge(maxMonths)}`;
}

const sayAge = (months: number): string =>
  months < 36 && months % 12 !== 0 ? `${months}か月` : `${Math.floor(months / 12)}歳`;

/** Places left are told in steps, the fewest there can be. */
function sayLeft(left: number): string {
  if (left < 1) return '満員';
  return left < 10 ? '残り10人未満' : `残り${left}人以上`;
}

function saySeats(seats: Opportunity['seats']): string | null {
  const { capacity, left, waiting } = seats ?? {};
  const facts = [
    capacity != null && `${capacity}人`,
    left != null && sayLeft(left),
    waiting ? `キャンセル待ち${waiting}人以上` : null,
  ].filter(Boolean);
  return facts.join('　') || null;
}

const childcareWords: Readonly<Record<string, string>> = {
  YES: 'あり',
  NO: 'なし',
  UNKNOWN: '不明',
};

/** Whether children are minded; and each time at which they are, of what age, at what cost, and whether there is room. */
function childcare(opportunity: Opportunity): Html | string | null {
  const minding = 'childcare' in opportunity ? (opportunity.childcare ?? []) : [];
  if (minding.length > 0)
    return html`<ul>
      ${minding.map((each) => html`<li>${sayMinding(each)}</li>`)}
    </ul>`;
  return opportunity.__typename === 'Course'
    ? wordOf(childcareWords, opportunity.childcareOffered ?? 'UNKNOWN')
    : null;
}

type Course = Extract<Opportunity, { readonly __typename: 'Course' }>;
type Minding = NonNullable<Course['childcare']>[number];

function sayMinding(minding: Minding): string {
  const { startsAt, endsAt, cancelledAt, placesLeft, fee } = minding;
  const time = startsAt ? sayTime(startsAt, endsAt) : null;
  if (cancelledAt) return `【中止】${time ?? ''}`;
  const room = placesLeft == null ? '空きは確認してください' : placesLeft < 1 ? '満員' : '空きあり';
  return [time, sayAges(minding), sayFee(fee), room].filter(Boolean).join('　');
}

function ownPage({ url }: Opportunity): Html | null {
  const address = webAddress(url);
  return address === null ? null : html`<a href="${address}" rel="external">${address}</a>`;
}

const subjects = ({ subjects: classes }: Opportunity): string | null =>
  (classes ?? []).flatMap((subject) => subject?.label?.ja ?? []).join('・') || null;
