import { type LocalText, TextOrigin } from '@manabi/kit/value/local-text';
import type { Fee } from '@manabi/kit/value/fee';
import type { Provenance } from '@manabi/kit/value/provenance';
import { SelectionMethod } from '@manabi/kit/vocabulary/selection';

import type { CalendarLine } from './calendar.entity.js';
import type { KnownLottery, KnownOffer } from './calendar.repository.js';
import type { CalendarPlace } from './calendar.search.js';

/** A moment of an opportunity with its words, as its department told them. */
export function lineOfOffer(place: CalendarPlace, { id, kind, data }: KnownOffer): CalendarLine {
  return {
    event: place.event,
    at: new Date(place.at),
    // What was told has the words of the graph's value types; an absent word is as good as null there.
    title: data.title as LocalText,
    applyPeriod: { opensAt: momentOf(data.applyOpensAt), closesAt: momentOf(data.applyClosesAt) },
    selection: data.selection ? { method: data.selection.method } : null,
    // As above.
    fee: (data.fee as Fee | null | undefined) ?? null,
    startsAt: momentOf(data.startsAt),
    lotteryId: null,
    roomName: data.roomText ?? null,
    edition: data.edition ?? null,
    odds: null,
    provenance: provenanceOf(data.provenance),
    venueCode: data.venueCode ?? null,
    opportunityKey: { id, kind },
  };
}

/** A moment of a lottery for a room or court with its words. */
export function lineOfLottery(place: CalendarPlace, { id, data }: KnownLottery): CalendarLine {
  return {
    event: place.event,
    at: new Date(place.at),
    title: lotteryTitle(data),
    applyPeriod: { opensAt: new Date(data.opensAt), closesAt: new Date(data.closesAt) },
    selection: { method: SelectionMethod.LOTTERY },
    fee: null,
    startsAt: null,
    lotteryId: id,
    roomName: data.roomName,
    edition: null,
    odds: data.odds ?? null,
    provenance: provenanceOf(data.provenance),
    venueCode: data.facilityCode,
    opportunityKey: null,
  };
}

function lotteryTitle({ roomName, month }: KnownLottery['data']): LocalText {
  const [year, number] = (month ?? '').split('-').map(Number);
  const when = number ? `${year}年${number}月分` : '';
  return {
    ja: `${roomName}の利用抽選${when && `（${when}）`}`,
    plain: {
      text: `${roomName}を 使う人を くじで 決めます。${when && `${when}です。`}`,
      origin: TextOrigin.MACHINE,
    },
  };
}

const momentOf = (text: string | null | undefined): Date | null => (text ? new Date(text) : null);

function provenanceOf(told: {
  department: string;
  dataset?: string | null | undefined;
  asOf?: unknown;
  licence?: string | null | undefined;
  sample: boolean;
}): Provenance {
  return {
    department: told.department,
    dataset: told.dataset ?? null,
    asOf: typeof told.asOf === 'string' ? new Date(told.asOf) : null,
    licence: told.licence ?? null,
    sample: told.sample,
  };
}
