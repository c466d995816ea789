import { DigitalItem } from './digital-item.entity.js';
import { withItemSearch } from './digital-item.search.js';

/** A digitised item for tests, findable by its words; name only what matters. */
export function aDigitalItem(given: Partial<DigitalItem> = {}): DigitalItem {
  return withItemSearch(
    Object.assign(
      new DigitalItem(),
      {
        id: 'item',
        title: { ja: '古い写真' },
        heritageCodes: [],
        subjectKeys: [],
        provenance: { department: 'library', sample: true },
      },
      given,
    ),
  );
}
