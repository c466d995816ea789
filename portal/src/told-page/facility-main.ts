import type { PortalFacilityQuery } from '../generated/public-graph.js';
import type { Telling } from '../record/telling.js';
import { webAddress } from '../record/city.js';
import { sayAddress, saySource, sayTime } from '../record/facts.js';
import { facilityTypes } from '../record/facility-types.js';
import { wordOf } from '../search/words.js';
import { factList } from './fact-list.js';
import { sayClosingRule, sayHours } from './hours.js';
import { type Html, html } from './html.js';
import { phoneLink } from './phone-link.js';
import { silentNotice } from './silent-notice.js';

type Facility = NonNullable<PortalFacilityQuery['facility']>;

/** One of the next things that take place in a house. */
export interface Coming {
  readonly id: string;
  readonly title: string;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
}

/** What was found beside what the register knows. */
interface Found {
  readonly coming: readonly Coming[];
  /** Services that were silent about the house. */
  readonly silent?: readonly string[];
}

/** What a resident reads of a house: where, when it is open, how one gets in, what takes place there next. */
export function facilityMain(
  facility: Facility,
  { coming, silent = [] }: Found,
  telling: Telling,
): Html {
  const { code, name, access, provenance } = facility;
  const calendar = `/calendar/facility/${encodeURIComponent(code)}.ics`;
  return html`<h1>${name?.ja ?? code}</h1>
    ${name?.kana && html`<p>${name.kana}</p>`} ${silentNotice(silent)} ${notice(facility)}
    ${factList([
      ['住所', sayAddress(facility.address, telling.city)],
      ['電話', facility.phone && phoneLink(facility.phone)],
      ['種類', facility.type && wordOf(facilityTypes, facility.type)],
      ['開館時間', lines(sayHours(facility.hours ?? []))],
      ['開館の注意', facility.hoursNote],
      ['休館日', (facility.closedDays ?? []).flatMap(sayClosingRule).join('、') || null],
      ['臨時の休館', lines(closures(facility))],
      ['行き方', lines(routes(facility))],
      ['施設の案内', ownPage(facility)],
    ])}
    ${accessPart(facility)}
    <h2>これから開かれるもの</h2>
    ${
      coming.length > 0
        ? html`<ul>
          ${coming.map(line)}
        </ul>`
        : html`<p>いま載っているものはありません。</p>`
    }
    <p class="actions"><a href="${calendar}">この施設の予定をカレンダーに入れる（ics）</a></p>
    <h2>この情報について</h2>
    ${factList([
      ['出典', saySource(provenance, telling.names)],
      ['設備の出典', access?.provenance && telling.names.get(access.provenance.department)],
      ['機械で読む', html`<a href="/facilities/${encodeURIComponent(code)}.jsonld">JSON-LD</a>`],
    ])}`;
}

const line = ({ id, title, startsAt, endsAt }: Coming): Html =>
  html`<li>
    <a href="/opportunities/${encodeURIComponent(id)}">${title}</a>${
      startsAt && `　${sayTime(startsAt, endsAt)}`
    }
  </li>`;

function notice({ status, withdrawnAt, replacedBy }: Facility): Html | null {
  if (replacedBy)
    return html`<p class="notice">
      この施設は、<a href="/facilities/${encodeURIComponent(replacedBy)}">新しい施設</a>にかわりました。
    </p>`;
  if (withdrawnAt) return html`<p class="notice">この施設は、なくなりました。</p>`;
  return status === 'CLOSED'
    ? html`<p class="notice">この施設は、いま使われていません。</p>`
    : null;
}

const lines = (texts: readonly string[]): Html | null =>
  texts.length > 0
    ? html`<ul>
        ${texts.map((text) => html`<li>${text}</li>`)}
      </ul>`
    : null;

const closures = ({ closures: told }: Facility): string[] =>
  (told ?? []).flatMap(({ startsAt, endsAt, liftedAt, reason, rooms }) => {
    if (!startsAt || liftedAt) return [];
    const where = (rooms ?? []).flatMap(({ name }) => name?.ja ?? []).join('・');
    return [[sayTime(startsAt, endsAt), where, reason?.ja].filter(Boolean).join('　')];
  });

const modes: Readonly<Record<string, string>> = { TRAIN: '電車', BUS: 'バス', CAR: '車' };

const ways: Readonly<Record<string, string>> = {
  YES: '段差のない道があります',
  NO: '段差があります',
};

/** How one gets there, a way a line. */
const routes = ({ access }: Facility): string[] =>
  (access?.routes ?? []).flatMap(({ mode, stop, walkMinutes, stepFree }) => {
    if (!stop) return [];
    const walk = walkMinutes == null ? '' : `から徒歩${walkMinutes}分`;
    const step = ways[stepFree ?? ''];
    return [`${wordOf(modes, mode ?? '')}：${stop}${walk}${step ? `（${step}）` : ''}`];
  });

const known: Readonly<Record<string, string>> = { YES: '有', NO: '無' };

/** What is known of the way in; what nobody has said is named as such, for it is no "no". */
function accessPart({ access }: Facility): Html | null {
  if (!access) return null;
  const items = access.items ?? [];
  const unknown = items.filter(({ value }) => value !== 'YES' && value !== 'NO');
  return html`<h2>バリアフリー・子ども連れの設備</h2>
    ${factList(
      items.map(({ term, value, note }) => [
        term ?? '',
        known[value ?? ''] && [known[value ?? ''], note && `　${note}`],
      ]),
    )}
    ${
      unknown.length > 0 &&
      html`<p>まだ分からないもの：${unknown.flatMap(({ term }) => term ?? []).join('、')}</p>`
    }
    ${access.note && html`<p>${access.note}</p>`}`;
}

function ownPage({ url }: Facility): Html | null {
  const address = webAddress(url);
  return address === null ? null : html`<a href="${address}" rel="external">${address}</a>`;
}
