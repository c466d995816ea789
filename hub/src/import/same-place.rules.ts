import type { VenueReading } from '@manabi/center/facility-identity/register-entry';
import { metresBetween } from '@manabi/kit/distance';
import { fold } from '@manabi/kit/text/fold';

/** What is known of a place: its name, and where it is when somebody said so. Degrees, WGS 84. */
export interface Place {
  readonly name: string;
  readonly point?: { readonly latitude: number; readonly longitude: number } | null | undefined;
}

/** Whether a listed place is a facility of the register, a new one, or not to be decided without a person. */
export type Judgement =
  | { readonly is: 'known'; readonly code: string }
  | { readonly is: 'new' }
  | { readonly is: 'unclear'; readonly reason: string };

/** Metres: within the first two spellings of one name mean one house; beyond the second like names mean two. */
const near = 100;
const far = 300;
/** Metres beyond which even the same name may mean another house. */
const sameNameFar = 500;

/**
 * Judges a row of a list of places. Unlike a venue in a text, a listed place says where it is: a like name far away
 * is another place, and one name within the other at the same spot is the same place. Everything else that is only
 * like waits for a person.
 */
export function judgePlace(
  place: Place,
  reading: VenueReading,
  register: ReadonlyMap<string, Place>,
): Judgement {
  if (reading.verdict === 'NONE') return { is: 'new' };
  const away = (code: string): number | undefined => {
    const point = register.get(code)?.point;
    return place.point && point ? metresBetween(place.point, point) : undefined;
  };
  if (reading.verdict === 'CERTAIN' && reading.facilityCode) {
    const metres = away(reading.facilityCode);
    if (metres === undefined || metres <= sameNameFar)
      return { is: 'known', code: reading.facilityCode };
    const whole = Math.round(metres);
    return {
      is: 'unclear',
      reason: `同じ名の施設が名簿にありますが、位置が${whole}メートル離れています。`,
    };
  }
  const sameSpot = reading.candidates.filter(({ facilityCode }) => {
    const other = register.get(facilityCode);
    const metres = away(facilityCode);
    return other && metres !== undefined && metres <= near && holds(place.name, other.name);
  });
  if (sameSpot.length === 1 && sameSpot[0]) return { is: 'known', code: sameSpot[0].facilityCode };
  const allFar = reading.candidates.every(({ facilityCode }) => (away(facilityCode) ?? 0) > far);
  return allFar ? { is: 'new' } : { is: 'unclear', reason: reading.reason };
}

/** Whether one of two names stands whole within the other: 旭町保育園 in 市立旭町保育園. */
function holds(one: string, other: string): boolean {
  const [short = '', long = ''] = [fold(one), fold(other)].toSorted((a, b) => a.length - b.length);
  return short.length >= 3 && long.includes(short);
}
