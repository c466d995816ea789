import type { Telling } from '../record/telling.js';
import type { FoundOpportunity } from '../feed/opportunity-news.js';
import type { PortalFacilitiesQuery } from '../generated/public-graph.js';
import type { JsonObject } from '../linked-data/json-object.js';
import { pageOf, webAddress } from '../record/city.js';
import { sayAddress, sayFee, sayTime } from '../record/facts.js';

/** One facility, as the map is told it. */
export type MappedFacility = NonNullable<
  NonNullable<NonNullable<PortalFacilitiesQuery['facilities']>['edges']>[number]['node']
>;

/** A facility as a feature (RFC 7946). */
export function facilityFeature(facility: MappedFacility, { city, names }: Telling): JsonObject {
  const { code, name, type, status, point, phone, url, hoursNote, provenance } = facility;
  return feature(code, point, {
    name: name?.ja ?? null,
    nameKana: name?.kana ?? null,
    type,
    status,
    address: sayAddress(facility.address, city),
    phone,
    url: webAddress(url),
    hoursNote,
    page: pageOf(city, 'facilities', code),
    department: provenance && (names.get(provenance.department) ?? provenance.department),
    dataset: provenance?.dataset ?? null,
    asOf: provenance?.asOf ?? null,
    licence: provenance?.licence ?? null,
    sample: provenance?.sample ?? null,
  });
}

/** An opportunity as a feature, at its venue. */
export function opportunityFeature(
  found: FoundOpportunity,
  { city, names }: Telling,
): JsonObject[] {
  const { node, kind, title, startsAt, endsAt, venue, department, cancelledAt } = found;
  if (!node) return [];
  const properties = {
    kind,
    title: title?.ja ?? null,
    titleKana: title?.kana ?? null,
    summary: found.summary?.ja ?? null,
    startsAt,
    endsAt,
    when: startsAt && sayTime(startsAt, endsAt),
    cancelledAt,
    venue: venue?.name?.ja ?? found.venueText,
    venueCode: venue?.code ?? null,
    room: found.roomText,
    fee: sayFee(found.fee),
    applyOpensAt: found.applyPeriod?.opensAt ?? null,
    applyClosesAt: found.applyPeriod?.closesAt ?? null,
    audiences: found.audiences,
    organiser: found.organiser,
    department: department && (names.get(department) ?? department),
    page: pageOf(city, 'opportunities', node.id),
    sample: found.sample,
  };
  return [feature(node.id, venue?.point ?? null, properties)];
}

/** A feature at a point of WGS 84, longitude first; without a point it has no geometry. */
function feature(id: string, point: MappedFacility['point'], properties: JsonObject): JsonObject {
  return {
    type: 'Feature',
    id,
    geometry: point && { type: 'Point', coordinates: [point.longitude, point.latitude] },
    properties,
  };
}
