import type { AreaRow } from '../city/areas.js';
import type { GroupRow } from '../city/groups.js';
import { PERSON_ROLES, type PersonRow } from '../city/people.js';
import { sampleOf } from '../city/sourced.js';
import { opaqueId } from '../opaque-id.js';
import { Draws } from './draws.js';
import { facilityCode, generatedRoomId, kindOfFacility } from './generate-facility.js';
import { generatedPersonId } from './generate-opportunity.js';
import { type CityPlan, ROOMS_PER_FACILITY } from './scale.js';
import { FAMILY_NAMES, GIVEN_NAMES, PLACES, TOPICS } from './words.js';

/** Promises the generated, evidently invented person with this number. */
export const generatePerson = (plan: CityPlan, areas: AreaRow[], at: number): PersonRow => {
  const draws = new Draws(plan.seed, 'person', at);
  const family = draws.pick(FAMILY_NAMES);
  const given = draws.pick(GIVEN_NAMES);
  const topic = draws.pick(TOPICS);
  const role = draws.pick(PERSON_ROLES);
  return {
    id: generatedPersonId(plan.seed, at),
    name: { ja: `${family.ja} ${given.ja}`, kana: `${family.kana} ${given.kana}` },
    role,
    roles: [role],
    qualifications: [],
    ageMin: draws.below(4) * 6,
    ageMax: null,
    freeTimes: [{ weekday: 1 + draws.below(7), startsAt: '09:00', endsAt: '17:00' }],
    unavailable: [],
    districtCodes: [],
    confirmedOn: plan.today,
    summary: { ja: `${topic.ja}を受けもちます。` },
    subjectKeys: [{ scheme: 'NDC', code: topic.ndc }],
    available: draws.pick(['WEEKDAY_DAY', 'WEEKDAY_EVENING', 'WEEKEND', 'ANY'] as const),
    areaCode: draws.pick(areas).code,
    since: 1990 + draws.below(35),
    feeYen: draws.below(6) * 500,
    contactConsent: draws.below(3) > 0 ? 'YES' : 'NO',
    email: `person${at}@example.invalid`,
    ...sampleOf(plan.today),
  };
};

/** Promises the generated circle with this number; circles meet on Monday mornings, when nothing else is held. */
export const generateGroup = (plan: CityPlan, at: number): GroupRow => {
  const draws = new Draws(plan.seed, 'group', at);
  const topic = draws.pick(TOPICS);
  const place = draws.pick(PLACES);
  let house = draws.below(plan.counts.facilities);
  while (kindOfFacility(house) !== 'Course') house = (house + 1) % plan.counts.facilities;
  return {
    id: opaqueId('generated-group', `${plan.seed}/${at}`),
    name: { ja: `${place.ja}${topic.ja}の会`, kana: `${place.kana}${topic.kana}ノカイ` },
    summary: { ja: `${topic.ja}を続ける人の集まりです。` },
    subjectKeys: [{ scheme: 'NDC', code: topic.ndc }],
    members: 5 + draws.below(40),
    monthlyFeeYen: draws.below(5) * 500,
    acceptsBeginners: draws.pick(['YES', 'NO', 'UNKNOWN'] as const),
    meeting: {
      venueCode: facilityCode(house),
      roomId: generatedRoomId(house, draws.below(ROOMS_PER_FACILITY)),
      weekday: 1,
      startsAt: '10:00',
      endsAt: '12:00',
      weeks: [1 + draws.below(4)],
    },
    fedByCourseId: null,
    since: 1970 + draws.below(55),
    confirmedOn: null,
    email: `group${at}@example.invalid`,
    ...sampleOf(plan.today),
  };
};
