import type { PortalFacilityQuery } from '../generated/public-graph.js';
import type { Telling } from '../record/telling.js';
import type { JsonObject } from './json-object.js';
import { placeData } from './place-data.js';
import { sourceData } from './source-data.js';

/** A facility with all that its page tells. */
export type Facility = NonNullable<PortalFacilityQuery['facility']>;

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** A facility as schema.org describes it: hours, closures, and what is known of its equipment. */
export function facilityData(facility: Facility, { city, names }: Telling): JsonObject {
  const { name, aliases, hours, closures, access, withdrawnAt, status, provenance } = facility;
  return {
    '@context': 'https://schema.org',
    ...placeData(facility, city),
    alternateName: [name?.kana, ...(aliases ?? [])].flatMap((each) => each ?? []),
    openingHoursSpecification: (hours ?? []).flatMap(hoursData),
    specialOpeningHoursSpecification: (closures ?? []).flatMap(closureData),
    // What nobody has said is left out: a reader would take false for a fact.
    amenityFeature: (access?.items ?? []).flatMap(({ code, term, value, note }) =>
      value === 'YES' || value === 'NO'
        ? [
            {
              '@type': 'LocationFeatureSpecification',
              propertyID: code,
              name: term,
              value: value === 'YES',
              description: note,
            },
          ]
        : [],
    ),
    publicAccess: withdrawnAt || status === 'CLOSED' ? false : null,
    subjectOf: { '@type': 'WebPage', ...sourceData(provenance, names, withdrawnAt) },
  };
}

function hoursData({
  weekday,
  opensAt,
  closesAt,
}: NonNullable<Facility['hours']>[number]): JsonObject[] {
  const day = weekday === null ? undefined : days[weekday - 1];
  if (!day || !opensAt || !closesAt) return [];
  return [
    {
      '@type': 'OpeningHoursSpecification',
      dayOfWeek: `https://schema.org/${day}`,
      opens: opensAt,
      closes: closesAt,
    },
  ];
}

/** A time in which the whole house is closed: hours that end when they begin. */
function closureData(closure: NonNullable<Facility['closures']>[number]): JsonObject[] {
  const { startsAt, endsAt, liftedAt, rooms, reason } = closure;
  if (!startsAt || !endsAt || liftedAt || rooms?.length) return [];
  return [
    {
      '@type': 'OpeningHoursSpecification',
      validFrom: startsAt,
      validThrough: endsAt,
      opens: '00:00',
      closes: '00:00',
      description: reason?.ja,
    },
  ];
}
