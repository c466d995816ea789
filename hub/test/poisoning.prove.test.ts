import { record } from '@manabi/bench/record';
import { openMarked } from '@manabi/gateway/testing/marked/marked-gateway';
import { poison } from '@manabi/gateway/testing/marked/poison';
import { poisonStreams } from '@manabi/gateway/testing/marked/poison-streams';
import { documents } from '@manabi/gateway/testing/marked/questions';
import { expect, test } from 'vitest';

test('of 200 callers who ask 100,000 times at once, none sees another one’s mark', async () => {
  const marked = await openMarked({ trustedDocuments: documents });
  const began = performance.now();

  const found = await poison(marked, { callers: 200, requests: 100_000 });
  const { town, trade } = marked.subgraphs.received;
  await marked.close();

  const seconds = Math.round((performance.now() - began) / 100) / 10;
  record('poisoning', { callers: 200, ...found, fetches: town + trade, seconds });
  expect(found).toMatchObject({ requests: 100_000, crossings: 0, faults: [] });
  expect(Math.min(found.hits, found.shared, found.revalidated, found.open)).toBeGreaterThan(1_000);
});

test('of 200 callers with five streams each, none is told another one’s mark', async () => {
  const streams = { perClient: 100 };
  const marked = await openMarked({ streams });
  const began = performance.now();

  const found = await poisonStreams(marked, { callers: 200, events: 50 });
  await marked.close();

  const seconds = Math.round((performance.now() - began) / 100) / 10;
  record('poisoning-streams', { callers: 200, ...found, seconds });
  expect(found).toMatchObject({ streams: 1_000, told: 50_000, crossings: 0, faults: [] });
  // Those who read one subscription together: all who ask what is public, and all who show no token.
  expect(found.upstream).toBeLessThan(600);
});
