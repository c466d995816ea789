import type { PortalFacilityQuery } from '../generated/public-graph.js';
import { pageOf, uidOf } from '../record/city.js';
import { sayAddress, saySource } from '../record/facts.js';
import { isMidnight, latest } from '../record/opportunity.js';
import type { Entry } from './calendar-text.js';
import type { Telling } from '../record/telling.js';

type Facility = NonNullable<PortalFacilityQuery['facility']>;
type Closure = NonNullable<Facility['closures']>[number];

/** The entry of a time in which a house or some of its rooms are closed; lifted ones say so. */
export function closureEntries(
  closure: Closure,
  facility: Facility,
  { city, names }: Telling,
): Entry[] {
  const { id, startsAt, endsAt, liftedAt, reason, rooms, provenance } = closure;
  if (!startsAt) return [];
  const house = facility.name?.ja ?? facility.code;
  const closed = (rooms ?? []).flatMap(({ name }) => name?.ja ?? []).join('・');
  const source = provenance && saySource({ ...unlicensed, ...provenance }, names);
  return [
    {
      uid: uidOf(city, id),
      parentUid: null,
      // A closure is announced, and lifted at most once.
      sequence: liftedAt === null ? 0 : 1,
      modifiedAt: latest(provenance?.asOf, liftedAt),
      startsAt,
      endsAt,
      allDay: isMidnight(startsAt) && (!endsAt || isMidnight(endsAt)),
      summary: `${liftedAt ? '【取消し】' : ''}休館：${closed ? `${house}　${closed}` : house}`,
      description: [reason?.ja, source && `出典：${source}`].filter(Boolean).join('\n'),
      location: [house, sayAddress(facility.address, city)].filter(Boolean).join('　'),
      point: facility.point,
      categories: ['休館'],
      organiser: null,
      conference: null,
      url: pageOf(city, 'facilities', facility.code),
      isCancelled: liftedAt !== null,
      isBusy: false,
    },
  ];
}

const unlicensed = { dataset: null, licence: null, sample: false } as const;
