import type { OfferFacts, OfferTime } from './offer.rules.js';

type Moment = Date | string | null | undefined;

interface SessionTold {
  readonly startsAt?: Moment;
  readonly allDay?: boolean | null;
  readonly cancelledAt?: Moment;
}

/**
 * What support rests on: our own programme, or another department's opportunity as it was required, whose times are
 * ISO 8601. A course tells meetings, any other its occurrences.
 */
export interface Supported {
  readonly id: string;
  readonly startsAt?: Moment;
  readonly endsAt?: Moment;
  readonly cancelledAt?: Moment;
  readonly audiences?: OfferFacts['audiences'] | null;
  readonly ages?: OfferFacts['ages'];
  readonly applyPeriod?: { opensAt?: Moment; closesAt?: Moment } | null;
  readonly selection?: OfferFacts['selection'];
  readonly seats?: { capacity?: number | null; left?: number | null } | null;
  readonly provenance?: OfferFacts['source'];
  readonly venue?: { code: string } | null;
  readonly venueCode?: string | null;
  readonly occurrences?: readonly { startsAt: Date | string; allDay: boolean }[] | null;
  readonly sessions?: readonly SessionTold[] | null;
}

/** The code of the facility at which it takes place; null where nobody knows it. */
export const venueCodeOf = ({ venue, venueCode }: Supported): string | null =>
  venue?.code ?? venueCode ?? null;

/** Reads what its department tells of an opportunity. */
export function offerFacts(told: Supported): OfferFacts {
  const { applyPeriod, seats } = told;
  const capacity = seats?.capacity ?? null;
  return {
    startsAt: moment(told.startsAt),
    endsAt: moment(told.endsAt),
    cancelledAt: moment(told.cancelledAt),
    applyOpensAt: moment(applyPeriod?.opensAt),
    applyClosesAt: moment(applyPeriod?.closesAt),
    selection: told.selection ?? null,
    capacity,
    taken: capacity !== null && seats?.left != null ? capacity - seats.left : null,
    times: timesOf(told),
    audiences: told.audiences ?? [],
    ages: told.ages ?? null,
    source: told.provenance ?? null,
  };
}

const moment = (told: Moment): Date | null => (told ? new Date(told) : null);

function timesOf({ occurrences, sessions }: Supported): OfferTime[] {
  const held = (sessions ?? []).flatMap(({ startsAt, allDay, cancelledAt }) =>
    startsAt && !cancelledAt ? [{ startsAt: new Date(startsAt), allDay: allDay ?? false }] : [],
  );
  const told = (occurrences ?? []).map((each) => ({
    startsAt: new Date(each.startsAt),
    allDay: each.allDay,
  }));
  return [...held, ...told];
}
