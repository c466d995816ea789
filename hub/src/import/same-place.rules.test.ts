import type { VenueReading } from '@manabi/center/facility-identity/register-entry';
import { expect, test } from 'vitest';

import { type Place, judgePlace } from './same-place.rules.js';

/** About so many metres north of the hall. */
const north = (metres: number) => ({ latitude: 35.73 + metres / 111_195, longitude: 139.54 });

const register = new Map<string, Place>([['hall', { name: '市立谷戸保育園', point: north(0) }]]);

const aReading = (verdict: VenueReading['verdict']): VenueReading => ({
  verdict,
  facilityCode: verdict === 'CERTAIN' ? 'hall' : null,
  room: null,
  score: 0.6,
  reason: '似ています。',
  candidates:
    verdict === 'NONE'
      ? []
      : [{ facilityCode: 'hall', room: null, score: 0.6, reason: '似ています。' }],
});

type Verdict = VenueReading['verdict'];

test.each<[string, [Verdict, Place, string]]>([
  ['that the register names', ['CERTAIN', { name: '市立谷戸保育園', point: north(40) }, 'known']],
  ['of that name, wherever it is', ['CERTAIN', { name: '市立谷戸保育園' }, 'known']],
  [
    'of that name a kilometre away',
    ['CERTAIN', { name: '市立谷戸保育園', point: north(1_000) }, 'unclear'],
  ],
  ['of no like name', ['NONE', { name: '芝久保公園', point: north(0) }, 'new']],
  ['of a like name far away', ['UNCERTAIN', { name: '谷戸第二保育園', point: north(800) }, 'new']],
  [
    'of a shorter name at the same spot',
    ['UNCERTAIN', { name: '谷戸保育園', point: north(20) }, 'known'],
  ],
  ['of a like name next door', ['UNCERTAIN', { name: '谷戸幼稚園', point: north(20) }, 'unclear']],
  ['of a like name somewhere', ['UNCERTAIN', { name: '谷戸保育園' }, 'unclear']],
])('a place %s', (_, [verdict, place, is]) => {
  expect(judgePlace(place, aReading(verdict), register).is).toBe(is);
});
