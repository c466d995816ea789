import { cellOf } from './csv/csv-line.js';

/** The city as the standard sheets name it. */
export interface Municipality {
  readonly code: string;
  readonly prefecture: string;
  readonly city: string;
}

/** An address inside the city. */
export interface Address {
  readonly block: string | null;
  readonly number: string | null;
  readonly building: string | null;
  readonly floor: string | null;
}

/** A place on the map, degrees in WGS 84. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** 住所 in one line: prefecture, city, block and number; nothing where neither block nor number is known. */
export function addressLine(
  address: Address | null | undefined,
  { prefecture, city }: Municipality,
): string {
  const inCity = `${address?.block ?? ''}${address?.number ?? ''}`;
  return inCity === '' ? '' : cellOf(`${prefecture}${city}${inCity}`);
}

/** 方書: building and floor. */
export function buildingCell(address: Address | null | undefined): string {
  return cellOf([address?.building, address?.floor].filter(Boolean).join('　'));
}

/** 緯度 and 経度, as many digits as are known. */
export function pointCells(point: Point | null | undefined): readonly [string, string] {
  return point ? [String(point.latitude), String(point.longitude)] : ['', ''];
}
