import type { JsonObject } from '../linked-data/json-object.js';

/** A FeatureCollection piece by piece, a feature a line. */
export async function* collectionText(features: AsyncIterable<JsonObject>): AsyncGenerator<string> {
  let before = '{"type":"FeatureCollection","features":[\n';
  for await (const feature of features) {
    yield before + JSON.stringify(feature);
    before = ',\n';
  }
  yield before.startsWith('{') ? `${before}]}\n` : '\n]}\n';
}
