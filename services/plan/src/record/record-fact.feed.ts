import type { FeedItem } from '@manabi/kit/feed/publisher';
import { publishedRecord } from '@manabi/kit/feed/record.published';
import type { EntityManager } from '@mikro-orm/postgresql';

import { type Telling, momentIn } from '../fact/fact.repository.js';
import { dropRecords, keepRecords } from './record-fact.repository.js';
import { labelOf, wordsOf } from './record-fact.rules.js';

/** Takes in what stands for a measure without being an opportunity. What does not say who answers for it is passed over. */
export async function takeInRecords(
  em: EntityManager,
  telling: Telling,
  items: readonly FeedItem[],
): Promise<void> {
  const read = items.map(({ id, kind, data }) => ({
    id,
    kind,
    told: publishedRecord.safeParse(data),
  }));
  await dropRecords(
    em,
    telling.source,
    read.filter(({ told }) => !told.success),
  );
  await keepRecords(
    em,
    read.flatMap(({ id, kind, told: { data } }) =>
      data
        ? [
            {
              kind,
              recordId: id,
              label: labelOf(data),
              words: wordsOf(data),
              areaCode: data.areaCode ?? null,
              department: data.provenance.department,
              sample: data.provenance.sample,
              asOf: momentIn(data.provenance.asOf),
              withdrawnAt: data.withdrawnAt ? new Date(data.withdrawnAt) : null,
              ...telling,
            },
          ]
        : [],
    ),
  );
}
