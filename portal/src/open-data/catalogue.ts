import type { JsonObject } from '../linked-data/json-object.js';
import type { City } from '../record/city.js';
import { encodings } from './asked-file.js';
import type { DataList, ListedSheet } from './data-list.js';
import { licence } from './licence.js';
import type { PublishedSheet } from './sheet.js';

const context: JsonObject = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  cnt: 'http://www.w3.org/2011/content#',
  adms: 'http://www.w3.org/ns/adms#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

/** IANA's names of the encodings in which files are written. */
const charsets = { 'utf-8': 'UTF-8', cp932: 'windows-31j' } as const;

/** The catalogue of the data sets as DCAT has it, in JSON-LD that needs nothing from anywhere else to be read. */
export function catalogue(list: DataList, city: City): JsonObject {
  const modified = moment(list.state.since);
  return {
    '@context': context,
    '@id': `${city.address}/open-data/catalog.jsonld`,
    '@type': 'dcat:Catalog',
    'dct:title': japanese(`${city.city} まなびハブ オープンデータ`),
    'dct:description': japanese('講座・催し、施設、文化財、人口の標準オープンデータセット。'),
    'dct:language': node('http://publications.europa.eu/resource/authority/language/JPN'),
    'dct:publisher': organisation(`${city.prefecture}${city.city}`),
    'dct:license': node(licence.address),
    'dct:modified': modified,
    'foaf:homepage': node(`${city.address}/open-data`),
    'dcat:dataset': list.sheets.map((listed) => dataset(listed, city, modified)),
  };
}

function dataset(
  { sheet, publisher, count }: ListedSheet,
  city: City,
  modified: JsonObject,
): JsonObject {
  const note =
    count.samples > 0
      ? '見本の行を含みます。備考に「見本（実在しない例です）」とあるものは実在しません。'
      : null;
  return {
    '@id': `${city.address}/open-data#${sheet.name}`,
    '@type': 'dcat:Dataset',
    'dct:identifier': `${city.code}_${sheet.name}`,
    'dct:title': japanese(sheet.title),
    'dct:description': japanese(sheet.description),
    'dct:publisher': organisation(publisher),
    'dcat:keyword': japanese(sheet.theme),
    'dct:spatial': { '@type': 'dct:Location', 'dct:identifier': city.code },
    'dct:issued': modified,
    'dct:modified': modified,
    'dct:accrualPeriodicity': node(
      'http://publications.europa.eu/resource/authority/frequency/UPDATE_CONT',
    ),
    'dct:license': node(licence.address),
    'adms:versionNotes': note && japanese(note),
    'dcat:distribution': filesOf(sheet, city, modified),
  };
}

/** A file for each edition and encoding. */
function filesOf(
  { name, title, editions }: PublishedSheet,
  { address, code }: City,
  modified: JsonObject,
): JsonObject[] {
  return editions.flatMap((edition) =>
    encodings.map((encoding) => ({
      '@type': 'dcat:Distribution',
      'dct:title': japanese(`${title}（${edition.title}、${charsets[encoding]}）`),
      'dcat:accessURL': node(`${address}/open-data`),
      'dcat:downloadURL': node(
        `${address}/open-data/${code}_${name}.csv?edition=${edition.name}&encoding=${encoding}`,
      ),
      'dcat:mediaType': node('https://www.iana.org/assignments/media-types/text/csv'),
      'dct:format': 'CSV',
      'cnt:characterEncoding': charsets[encoding],
      'dct:issued': modified,
      'dct:license': node(licence.address),
    })),
  );
}

const node = (address: string): JsonObject => ({ '@id': address });

const japanese = (text: string): JsonObject => ({ '@value': text, '@language': 'ja' });

const organisation = (name: string): JsonObject => ({
  '@type': 'foaf:Organization',
  'foaf:name': japanese(name),
});

const moment = (date: Date): JsonObject => ({
  '@value': date.toISOString(),
  '@type': 'xsd:dateTime',
});
