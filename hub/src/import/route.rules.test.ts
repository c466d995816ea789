import type { EventRecord } from '@manabi/kit/import/dataset/record';
import { expect, test } from 'vitest';

import { departmentOf } from './route.rules.js';

const anEvent = (organiser?: string, contact?: string): EventRecord => ({
  kind: 'event',
  row: 2,
  key: '1',
  raw: {},
  extra: {},
  name: '催し',
  occurrences: [],
  location: {},
  childcare: 'UNKNOWN',
  contact: contact ? { name: contact } : {},
  ...(organiser && { organiser }),
});

test.each([
  ['柳沢公民館', 'kominkan'],
  ['中央図書館', 'library'],
  ['スポーツ振興課', 'sports'],
  ['健康課', 'welfare'],
  ['ひばりが丘児童センター', 'welfare'],
  ['協働コミュニティ課', 'center'],
  ['図書館と公民館の共催', 'library'],
])('an event that %s holds is kept by %s', (organiser, service) => {
  expect(departmentOf(anEvent(organiser))).toBe(service);
});

test('an event without an organiser is kept by whoever answers for it, else by the centre', () => {
  expect(departmentOf(anEvent(undefined, '芝久保公民館'))).toBe('kominkan');
  expect(departmentOf(anEvent())).toBe('center');
});
