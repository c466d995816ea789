import {
  blank,
  type Fault,
  isBlank,
  type Reading,
  type Repair,
  refused,
  tooLong,
} from './reading.js';

/** A place on the earth in degrees (WGS 84). */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** The degrees within which the points of a file are expected. */
export interface Box {
  readonly south: number;
  readonly north: number;
  readonly west: number;
  readonly east: number;
}

/** The box that holds every place of Japan. */
export const japan: Box = { south: 20.4, north: 45.6, west: 122.9, east: 154 };

/**
 * Reads the latitude and longitude cells together: full-width digits, degrees-minutes-seconds, both in one cell and swapped columns
 * are repaired; of several points the first is taken and the cells kept; half a point, 369.56 and points outside the box are refused.
 */
export function readPoint(
  cells: { readonly latitude: string; readonly longitude: string },
  box: Box = japan,
): Reading<Point> {
  const raw = [cells.latitude.trim(), cells.longitude.trim()]
    .filter((cell) => cell !== '')
    .join(' / ');
  if (isBlank(cells.latitude) && isBlank(cells.longitude)) return blank;
  const long = tooLong(raw);
  if (long) return long;
  const repairs: Repair[] = [];
  const latitudes = degreesOf(cells.latitude, repairs);
  const longitudes = degreesOf(cells.longitude, repairs);
  if (!latitudes || !longitudes) return refused(raw, unreadable(raw));
  const [first, second, several] = paired(latitudes, longitudes);
  if (first === undefined || second === undefined) return refused(raw, incomplete(raw));
  const point = oriented([first, second], repairs);
  const fault = outside(point, { box, raw });
  if (fault) return refused(raw, fault);
  if (latitudes.length > 1 && longitudes.length === 0) {
    repairs.push({
      code: 'POINT_ONE_CELL',
      message: '緯度と経度が一つのセルに入っていたため、分けて読みました。',
    });
  }
  if (!several) return { value: point, repairs };
  repairs.push({
    code: 'POINT_SEVERAL',
    message: `座標が複数あり、最初の ${point.latitude}, ${point.longitude} を採りました。`,
  });
  return { value: point, repairs, prose: raw };
}

type Pair = [latitude: number | undefined, longitude: number | undefined, several: boolean];

function paired(latitudes: readonly number[], longitudes: readonly number[]): Pair {
  const only = latitudes.length > 0 ? latitudes : longitudes;
  if (latitudes.length > 0 && longitudes.length > 0) {
    const same =
      latitudes.length > 1 &&
      longitudes.length > 1 &&
      latitudes[1] === longitudes[1] &&
      latitudes[0] === longitudes[0];
    return same
      ? [latitudes[0], latitudes[1], latitudes.length > 2]
      : [latitudes[0], longitudes[0], latitudes.length > 1 || longitudes.length > 1];
  }
  return only.length < 2 || only.length % 2 === 1
    ? [undefined, undefined, false]
    : [only[0], only[1], only.length > 2];
}

function oriented([latitude, longitude]: [number, number], repairs: Repair[]): Point {
  const swapped =
    latitude > japan.west &&
    latitude < japan.east &&
    longitude > japan.south &&
    longitude < japan.north;
  if (!swapped) return { latitude, longitude };
  repairs.push({
    code: 'POINT_SWAPPED',
    message: '緯度と経度が入れ替わっていたため、戻しました。',
  });
  return { latitude: longitude, longitude: latitude };
}

function degreesOf(cell: string, repairs: Repair[]): number[] | undefined {
  const raw = cell.trim();
  if (isBlank(raw)) return [];
  if (/^-?\d+(?:\.\d+)?$/.test(raw)) return [Number(raw)];
  const text = raw.normalize('NFKC').replace(/^\((.*)\)$/u, '$1');
  const parts = text
    .replaceAll(/(?:北緯|東経|緯度|経度|lat|lng|lon)[:=]?/giu, ' ')
    .split(/[;,、/\n\s]+(?![\d.]+["″秒'′分])/u)
    .filter((part) => part !== '');
  const values = parts.map(degrees);
  if (values.some(Number.isNaN)) return undefined;
  if (values.length === 1)
    repairs.push({ code: 'POINT_FORM', message: `「${raw}」を ${values[0]} と読みました。` });
  return values;
}

function degrees(part: string): number {
  const text = part.replace(/^[NE]|[NE度°]$/giu, '');
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return Number(text);
  const match = /^(\d{1,3})[度°.](\d{1,2})[分'′.](\d{1,2}(?:\.\d+)?)[秒"″]?$/u.exec(text);
  if (!match || Number(match[2]) > 59 || Number(match[3]) >= 60) return Number.NaN;
  const value = Number(match[1]) + Number(match[2]) / 60 + Number(match[3]) / 3600;
  return Math.round(value * 1e7) / 1e7;
}

function outside(point: Point, { box, raw }: { box: Box; raw: string }): Fault | undefined {
  const { latitude, longitude } = point;
  const isInside =
    latitude >= box.south &&
    latitude <= box.north &&
    longitude >= box.west &&
    longitude <= box.east;
  if (isInside) return undefined;
  return {
    code: 'POINT_OUTSIDE',
    message: `座標「${raw}」は、あるべき範囲（緯度${box.south}〜${box.north}、経度${box.west}〜${box.east}）の外です。`,
    remedy: '住所から座標を取り直し、10進の度で入力してください。',
  };
}

function incomplete(raw: string): Fault {
  return {
    code: 'POINT_INCOMPLETE',
    message: `緯度と経度の片方「${raw}」しかありません。`,
    remedy: '緯度と経度をそれぞれの列に10進の度で入力してください。',
  };
}

function unreadable(raw: string): Fault {
  return {
    code: 'POINT_UNREADABLE',
    message: `「${raw.slice(0, 80)}」を座標として読めません。`,
    remedy: '緯度と経度をそれぞれの列に10進の度で入力してください。',
  };
}
