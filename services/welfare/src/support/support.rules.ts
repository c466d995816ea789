import type { FacilityAccess } from '../access/access.entity.js';
import { venueVerdict, verdictOf } from '../access/access.rules.js';
import type { SupportProfile } from '../access/support-profile.input.js';
import type { Assistants } from '../assistants/assistants.entity.js';
import { assistanceReasons, assistantsFor } from '../assistants/assistants.rules.js';
import type { ChildcareSession } from '../childcare/childcare.entity.js';
import { judgeChildcare } from './childcare.rules.js';
import { type OfferFacts, isForChildren, offerReasons } from './offer.rules.js';
import type { Support } from './support.entity.js';

/** What is known of an opportunity when support is judged, whoever owns it. */
export interface SupportFacts {
  readonly offer: OfferFacts;
  /** Null where nobody recorded anything of the venue, or nobody knows the venue. */
  readonly venue: Pick<FacilityAccess, 'items' | 'routes' | 'provenance'> | null;
  readonly childcare: readonly ChildcareSession[];
  readonly assistants: readonly Assistants[];
}

/**
 * Judges whether somebody can take part: the venue by its profile, the children by the childcare that is left, the
 * assistants by their numbers, the rest by what its department tells of the opportunity.
 */
export function supportFor(profile: SupportProfile, facts: SupportFacts, at: Date): Support {
  const { offer, venue, assistants } = facts;
  const asked = assistantsFor(profile, assistants);
  const interpreted = asked.some(({ language }) => language != null);
  const minded = wantsChildcare(profile, facts)
    ? judgeChildcare(profile.childMonths ?? [], { times: offer, childcare: facts.childcare }, at)
    : null;
  const reasons = [
    ...venueVerdict(profile, venue).reasons.filter(
      ({ code }) => !(interpreted && code === 'LANGUAGE'),
    ),
    ...(minded ? [minded.reason] : []),
    ...assistanceReasons(profile, assistants, at),
    ...offerReasons(profile, offer, { at, minded: minded !== null }),
  ];
  return { verdict: verdictOf(reasons), childcare: minded?.session ?? null, assistants: asked };
}

/**
 * Tells whether children are to be looked after: asked for, or they come along and nothing else was said. Where
 * children take part themselves and nobody minds any, they are not to be handed over.
 */
function wantsChildcare(
  { childcare, childMonths }: SupportProfile,
  facts: Pick<SupportFacts, 'offer' | 'childcare'>,
): boolean {
  if (childcare != null) return childcare;
  if ((childMonths ?? []).length === 0) return false;
  return facts.childcare.length > 0 || !isForChildren(facts.offer);
}
