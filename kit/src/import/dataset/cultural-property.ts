import { readDate } from '../cell/date.js';
import { readList } from '../cell/list.js';
import { readWhole } from '../cell/number.js';
import { present, type Row } from '../row.js';
import { type Base, type Built, joined, type Keyless, nameless } from './built.js';
import { placeFields } from './place.js';
import type { CulturalPropertyRecord } from './record.js';

const organisation =
  /[都道府県市区町村国]$|市教育委員会|[寺社院宮堂庵坊]$|神社|教会|法人|会社|財団|社団|大学|学校|博物館|資料館|美術館|図書館|委員会|保存会|自治会|町内会|協議会|組合|農協|ＪＡ|連合|実行委|公園|庁|省|局|課$/u;

/** Builds the record of a row of 文化財一覧. An owner that is no organisation is a private person and is not read. */
export function toCulturalProperty(row: Row, base: Base): Built<CulturalPropertyRecord> {
  const name = row.text('name');
  if (name === undefined) return { identity: [], setAside: nameless(row.header('name')) };
  const owner = ownerOf(row);
  const place = placeFields(row, base);
  const record = present<Keyless<CulturalPropertyRecord>>({
    ...place,
    kind: 'cultural-property',
    name,
    designations: row.read('designation', readList) ?? [],
    category: row.text('kind'),
    placeName: row.text('placeName'),
    quantity: row.read('quantity', readWhole),
    quantityUnit: row.text('quantityUnit'),
    owner,
    designatedOn: row.read('designatedOn', (cell) => readDate(cell)),
    summary: row.text('summary'),
    summaryEn: row.text('summaryEn'),
    descriptionEn: row.text('descriptionEn'),
    remarks: joined(place.remarks, row.proseOf('quantity', 'designatedOn')),
  });
  return { record, identity: [name, record.designations.join(';'), place.location.address ?? ''] };
}

function ownerOf(row: Row): string | undefined {
  const owner = row.text('owner');
  if (
    owner === undefined ||
    organisation.test(owner) ||
    /^(?:個人|不明|個人蔵|個人所有)$/u.test(owner)
  )
    return owner;
  row.withhold('owner', {
    code: 'OWNER_WITHHELD',
    message: '所有者が個人の氏名である可能性があるため、取り込みません。',
    remedy: '個人の場合は「個人」と入力してください。',
  });
  return undefined;
}
