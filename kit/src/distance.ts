import type { GeoPoint } from './value/point.js';

/** Mean radius of the earth (R1 of GRS 80, as the geodesists of the IUGG give it), in metres. */
const earthRadius = 6_371_009;

/** Metres between two points on a sphere, by the haversine. */
export function metresBetween(one: GeoPoint, other: GeoPoint): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const north = Math.sin(radians(other.latitude - one.latitude) / 2) ** 2;
  const east = Math.sin(radians(other.longitude - one.longitude) / 2) ** 2;
  const chord = north + Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * east;
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** The same in SQL, between two rows that have a `latitude` and a `longitude`, by their names in the statement. */
export function metresBetweenRows(one: string, other: string): string {
  return `2 * ${earthRadius} * asin(least(1, sqrt(
  sin(radians(${other}.latitude - ${one}.latitude) / 2) ^ 2
  + cos(radians(${one}.latitude)) * cos(radians(${other}.latitude))
  * sin(radians(${other}.longitude - ${one}.longitude) / 2) ^ 2)))`;
}
