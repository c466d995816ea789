import type { Shelf } from '../cache/answer-cache.js';
import type { RequestRecord } from './request-record.js';

/** The same shelf, with what is found on it and what is not noted in a record. */
export function watchedShelf(shelf: Shelf, service: string, record: RequestRecord): Shelf {
  return {
    find(key) {
      const found = shelf.find(key);
      record.looked(service, found !== undefined);
      return found;
    },
    keep: (key, value, seconds) => shelf.keep(key, value, seconds),
  };
}
