import { readPhone } from '../cell/phone.js';
import { readOrganisation } from '../cell/organisation.js';
import { readPoint } from '../cell/point.js';
import { readText } from '../cell/text.js';
import { readTime } from '../cell/time.js';
import { readTimes } from '../cell/time.js';
import { readUrl } from '../cell/url.js';
import { readWeekdays } from '../cell/weekday.js';
import { present, type Row } from '../row.js';
import { type Base, joined, type Keyless } from './built.js';
import type { Contact, Location, OpeningHours, PlaceRecord } from './record.js';
import { toldOpening } from './told-opening.js';

const gluedBuilding =
  /^(.+?[\d０-９]+(?:(?:丁目|番地?|号|[-‐-―−－ー]|の)[\d０-９]+)*(?:番地?|号)?)[\s　]*([^\d０-９\s\-丁番号の、,‐-―−－ー(（].*(?:階|[FＦ]$|室|ビル|館|棟|センター|プラザ|内).*)$/u;

/** What every kind of place shares, but its name. */
export type PlaceFields = Omit<Keyless<PlaceRecord>, 'name'>;

/** The fields that every kind of place shares. `remarks` collects the words that fitted no column. */
export function placeFields(row: Row, base: Base): PlaceFields {
  const hours = hoursOf(row);
  const contact = contactOf(row, { withholdsMobile: false });
  return present<PlaceFields>({
    ...base,
    number: base.number,
    municipalityCode: base.municipalityCode,
    nameKana: row.text('nameKana'),
    nameEn: row.text('nameEn'),
    nameCommon: row.text('nameCommon'),
    location: locationOf(row),
    contact,
    hours,
    operator: row.text('operator'),
    corporateNumber: row.text('corporateNumber'),
    description: row.text('description'),
    access: row.text('access'),
    parking: row.text('parking'),
    barrierFree: row.text('barrierFree'),
    url: row.read('url', readUrl),
    image: row.text('image'),
    imageLicence: row.text('imageLicence'),
    remarks: joined(row.text('remarks'), row.proseOf('phone', 'url', 'latitude')),
  });
}

/** Where the row lies: one line of address (put together from its parts where need be), the building apart, a checked point. */
export function locationOf(row: Row): Location {
  const prefecture = row.text('prefecture');
  const city = row.text('city');
  const town = row.text('town');
  const block = row.text('block');
  const whole = row.text('address');
  const parts =
    town === undefined ? undefined : `${prefecture ?? ''}${city ?? ''}${town}${block ?? ''}`;
  const building = row.text('building');
  const split =
    building === undefined && whole !== undefined && whole.length < 200
      ? gluedBuilding.exec(whole)
      : null;
  if (split?.[1] && split[2]) {
    row.note('address', {
      level: 'repair',
      code: 'ADDRESS_BUILDING',
      message: `住所に続く建物名「${split[2]}」を分けました。`,
      remedy: '建物名と階は方書（建物名等）の列に入力してください。',
    });
  }
  const reading = readPoint(
    { latitude: row.cell('latitude'), longitude: row.cell('longitude') },
    row.context.box,
  );
  return present<Location>({
    prefecture,
    city,
    town,
    townId: row.text('townId'),
    postalCode: row.text('postalCode'),
    address: split?.[1] ?? whole ?? parts,
    building: building ?? split?.[2],
    point: row.keep('latitude', reading),
  });
}

/** How the organisation is reached. A mobile number of an event's contact may be a private person's and is withheld. */
export function contactOf(row: Row, { withholdsMobile }: { withholdsMobile: boolean }): Contact {
  const phone = row.read('phone', readPhone);
  const isWithheld = withholdsMobile && phone?.isMobile === true;
  if (isWithheld) {
    row.withhold('phone', {
      code: 'MOBILE_WITHHELD',
      message: '携帯電話の番号は個人のものである可能性があるため、取り込みません。',
      remedy: '団体の代表番号を入力してください。',
    });
  }
  return present<Contact>({
    name: organisationOf(row),
    phone: isWithheld ? undefined : phone?.number,
    extension: row.text('extension') ?? phone?.extension,
    fax: row.read('fax', readPhone)?.number,
    email: row.text('email'),
    formUrl: row.read('formUrl', readUrl),
    note: row.text('contactNote'),
  });
}

function organisationOf(row: Row): string | undefined {
  const { value, repairs } = readOrganisation(row.cell('contactName'));
  const removed = repairs.find(({ code }) => code === 'PERSON_REMOVED');
  if (!removed) return row.read('contactName', readOrganisation);
  row.withhold('contactName', { ...removed, remedy: '連絡先には団体名だけを入力してください。' });
  return value;
}

/** When the place is open; words in the columns of days and times go into the note beside those of the file. */
function hoursOf(row: Row): OpeningHours {
  const weekdays = row.read('weekdays', readWeekdays);
  const spans = row.read('hours', readTimes);
  const only = spans?.length === 1 ? spans[0] : undefined;
  const closing = readTime(row.cell('closes'), 'end');
  const opens = row.read('opens', (cell) => readTime(cell)) ?? only?.start;
  const closes = row.keep('closes', closing) ?? endOf(row) ?? only?.end;
  const isReversed =
    opens !== undefined &&
    closes !== undefined &&
    closes <= opens &&
    !closing.nextDay &&
    !only?.nextDay;
  if (isReversed) {
    row.note('closes', {
      level: 'problem',
      code: 'TIME_REVERSED',
      message: `終了時間 ${closes} が開始時間 ${opens} より前のため、終了時間を採りません。`,
      remedy: '24時間の HH:MM で入力し直してください（24時間なら 00:00〜24:00）。',
    });
  }
  const told = toldOpening(row.keep('hoursNote', readText(row.cell('hoursNote'))));
  return present<OpeningHours>({
    byDay: told.byDay,
    closings: told.closings,
    weekdays,
    opens,
    closes: isReversed ? undefined : closes,
    closesNextDay: closing.nextDay ?? only?.nextDay,
    closedDays: row.text('closedDays'),
    note: joined(told.note, row.proseOf('weekdays', 'opens', 'closes', 'hours')),
  });
}

/** The end of a span that stands whole in the column of openings. */
function endOf(row: Row): string | undefined {
  const spans = readTimes(row.cell('opens')).value;
  return spans?.length === 1 ? spans[0]?.end : undefined;
}
