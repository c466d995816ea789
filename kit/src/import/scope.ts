import type { Keyless } from './dataset/built.js';
import type { ImportRecord } from './dataset/record.js';
import type { Row } from './row.js';

/** The municipality whose rows are wanted. With its name, addresses can tell too. */
export interface Scope {
  readonly municipalityCode: string;
  /** 西東京市. */
  readonly municipalityName?: string;
  /** 東京都. */
  readonly prefectureName?: string;
}

/** Whether a row belongs to the municipality that was asked for, and by what it is known. */
export interface Belonging {
  readonly isInside: boolean;
  /** `code` and `address` decide; `venue` only says that something of this municipality takes place elsewhere. */
  readonly by: 'code' | 'address' | 'venue' | 'nothing';
  readonly found?: string;
}

const cityOfAddress =
  /^(?:東京都|北海道|(?:京都|大阪)府|[^\s都道府県]{2,3}県)?((?:[^\s\d０-９]{1,6}?郡)?[^\s\d０-９]{1,7}?[市区町村])/u;

/** Tells whether a row belongs to the scope: by the code it carries, else by the city it names, else by its address. Without any of them it does. */
export function belongingOf(
  row: Row,
  { record, scope }: { record: Keyless<ImportRecord>; scope: Scope },
): Belonging {
  const city = row.text('city') ?? cityIn(row.text('address'));
  const isElsewhere =
    city !== undefined &&
    scope.municipalityName !== undefined &&
    !sameCity(city, scope.municipalityName);
  const code = record.municipalityCode;
  if (code !== undefined && code.slice(2, 5) !== '000') {
    if (code !== scope.municipalityCode) return { isInside: false, by: 'code', found: code };
    return isElsewhere
      ? { isInside: true, by: 'venue', found: city }
      : { isInside: true, by: 'code' };
  }
  const publisher = row.text('publisherName');
  const isOther =
    publisher !== undefined &&
    scope.municipalityName !== undefined &&
    /[市区町村]$/u.test(publisher) &&
    publisher !== scope.municipalityName;
  if (isElsewhere || (isOther && city === undefined))
    return { isInside: false, by: 'address', found: city ?? publisher ?? '' };
  return { isInside: true, by: city === undefined ? 'nothing' : 'address' };
}

function cityIn(address: string | undefined): string | undefined {
  const hasPrefecture = /^(?:東京都|北海道|(?:京都|大阪)府|[^\s都道府県]{2,3}県)/u.test(
    address ?? '',
  );
  const city = cityOfAddress.exec(address ?? '')?.[1];
  // Without its prefecture only a 市 or 区 is surely a municipality: 緑町 is a town block.
  return city !== undefined && (hasPrefecture || /[市区]$/u.test(city)) ? city : undefined;
}

function sameCity(city: string, wanted: string): boolean {
  return city === wanted || city.endsWith(wanted) || city.startsWith(wanted);
}
