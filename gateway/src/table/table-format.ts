/** The forms in which a list may be had, by the word that asks for them in an address. */
export const tableFormats = {
  csv: {
    mediaType: 'text/csv',
    contentType: 'text/csv; charset=utf-8; header=present',
  },
  ndjson: {
    mediaType: 'application/x-ndjson',
    contentType: 'application/x-ndjson; charset=utf-8',
  },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  parquet: {
    mediaType: 'application/vnd.apache.parquet',
    contentType: 'application/vnd.apache.parquet',
  },
} as const;

/** The word for one of the forms; it is also the ending of the file's name. */
export type FormatName = keyof typeof tableFormats;

/** The media type of one of the forms. */
export type TableType = (typeof tableFormats)[FormatName]['mediaType'];

// The keys of an object of ours are its keys.
const names = Object.keys(tableFormats) as FormatName[];

/** The words for all forms. */
export const formatNames: readonly FormatName[] = names;

const byType = new Map<string, FormatName>(
  names.map((name) => [tableFormats[name].mediaType, name]),
);

/** The form that has a media type; undefined for a type of something else. */
export function formatOfType(type: string): FormatName | undefined {
  return byType.get(type);
}
