import { expect, test } from 'vitest';
import { openMarked } from '../testing/marked/marked-gateway.js';
import { poison } from '../testing/marked/poison.js';
import { documents } from '../testing/marked/questions.js';

test('of 200 callers who ask 100,000 times at once, none sees another one’s mark', async () => {
  const marked = await openMarked({ trustedDocuments: documents });
  const began = performance.now();

  const found = await poison(marked, { callers: 200, requests: 100_000 });
  await marked.close();

  process.stdout.write(
    `${JSON.stringify({ ...found, seconds: (performance.now() - began) / 1_000 })}\n`,
  );
  expect(found).toMatchObject({ requests: 100_000, crossings: 0, faults: [] });
  expect(Math.min(found.hits, found.shared, found.revalidated, found.open)).toBeGreaterThan(1_000);
});
