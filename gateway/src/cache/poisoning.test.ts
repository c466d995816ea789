import { expect, test } from 'vitest';
import { openMarked } from '../testing/marked/marked-gateway.js';
import { poison } from '../testing/marked/poison.js';
import { documents } from '../testing/marked/questions.js';

test('of 200 callers who ask the same at once, none sees another one’s mark', async () => {
  const marked = await openMarked({ trustedDocuments: documents });

  const found = await poison(marked, { callers: 200, requests: 5_000 });
  await marked.close();

  expect(found).toMatchObject({ requests: 5_000, crossings: 0, faults: [] });
  expect(Math.min(found.hits, found.shared, found.revalidated, found.open)).toBeGreaterThan(0);
}, 120_000);
