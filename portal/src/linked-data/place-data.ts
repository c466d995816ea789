import { type City, pageOf, webAddress } from '../record/city.js';
import type { DatedOpportunity } from '../record/opportunity.js';
import type { JsonObject } from './json-object.js';

type Venue = NonNullable<DatedOpportunity['venue']>;

/** Kinds of houses as schema.org calls them; all others are civic structures. */
const types: Readonly<Record<string, string>> = {
  LIBRARY: 'Library',
  MUSEUM: 'Museum',
  SPORTS: 'SportsActivityLocation',
  FIELD: 'SportsActivityLocation',
  PARK: 'Park',
  NURSERY: 'ChildCare',
  AFTERSCHOOL: 'ChildCare',
  OFFICE: 'GovernmentBuilding',
  SCHOOL_P: 'ElementarySchool',
  SCHOOL_J: 'MiddleSchool',
};

/** A house as schema.org describes it. */
export function placeData(venue: Venue, city: City): JsonObject {
  const { code, name, type, address, point, phone, url } = venue;
  return {
    '@type': types[type ?? ''] ?? 'CivicStructure',
    '@id': pageOf(city, 'facilities', code),
    identifier: code,
    name: name?.ja,
    telephone: phone,
    address: addressData(address, city),
    geo: point && {
      '@type': 'GeoCoordinates',
      latitude: point.latitude,
      longitude: point.longitude,
    },
    url: pageOf(city, 'facilities', code),
    sameAs: webAddress(url),
  };
}

function addressData(address: Venue['address'], city: City): JsonObject | null {
  if (!address?.block) return null;
  const { block, number, building, floor } = address;
  return {
    '@type': 'PostalAddress',
    addressCountry: 'JP',
    addressRegion: city.prefecture,
    addressLocality: city.city,
    streetAddress: [`${block}${number ?? ''}`, building, floor].filter(Boolean).join(' '),
  };
}
