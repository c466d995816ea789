import { check } from '@placemarkio/check-geojson';
import { expect, test } from 'vitest';

import { aCity } from '../record/opportunity.builder.js';
import { collectionText } from './collection-text.js';
import { facilityFeature } from './features.js';
import type { JsonObject } from '../linked-data/json-object.js';

const telling = { city: aCity, names: new Map([['library', '図書館']]) };

const facility = {
  code: '132292-0201',
  name: { ja: '中央図書館 "</script>"', kana: null },
  type: 'LIBRARY',
  status: 'OPEN',
  address: { block: '南町五丁目', number: '6-11', building: null, floor: null },
  point: { latitude: 35.72596, longitude: 139.537549 },
  phone: null,
  url: 'javascript:alert(1)',
  hoursNote: null,
  provenance: null,
} as const;

async function written(features: readonly JsonObject[]): Promise<string> {
  async function* one() {
    yield* features;
  }
  let text = '';
  for await (const piece of collectionText(one())) text += piece;
  return text;
}

test('a checker that others wrote finds nothing wrong, with and without a point', async () => {
  const features = [facility, { ...facility, code: '132292-0202', point: null }].map((each) =>
    facilityFeature(each, telling),
  );
  const { features: read } = check(await written(features)) as unknown as {
    features: { geometry: { coordinates: number[] } | null; properties: Record<string, unknown> }[];
  };

  expect(read[0]?.geometry?.coordinates).toEqual([139.537549, 35.72596]);
  expect(read[1]?.geometry).toBeNull();
  expect(read[0]?.properties).toMatchObject({
    name: '中央図書館 "</script>"',
    address: '東京都西東京市南町五丁目6-11',
    url: null,
  });
});

test('a map of nothing is a map', async () => {
  expect(check(await written([]))).toEqual({ type: 'FeatureCollection', features: [] });
});
