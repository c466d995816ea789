import { expect, test } from 'vitest';
import { openMarked } from '../testing/marked/marked-gateway.js';
import { poison } from '../testing/marked/poison.js';
import { poisonStreams } from '../testing/marked/poison-streams.js';
import { documents } from '../testing/marked/questions.js';

test('of 200 callers who ask the same at once, none sees another one’s mark', async () => {
  const marked = await openMarked({ trustedDocuments: documents });

  const found = await poison(marked, { callers: 200, requests: 5_000 });
  await marked.close();

  expect(found).toMatchObject({ requests: 5_000, crossings: 0, faults: [] });
  expect(Math.min(found.hits, found.shared, found.revalidated, found.open)).toBeGreaterThan(0);
}, 120_000);

test('of 20 callers who are told of the same changes, none is told another one’s mark', async () => {
  const marked = await openMarked();

  const found = await poisonStreams(marked, { callers: 20, events: 20 });
  await marked.close();

  // Those of 18 callers and of nobody: two documents are in nobody's name whoever asks, so is what nobody asks.
  const upstream = 2 + 19 * 2 + 19;
  expect(found).toEqual({ streams: 100, upstream, told: 2_000, crossings: 0, faults: [] });
}, 120_000);
