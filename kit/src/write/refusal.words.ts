import { bilingual } from '../value/local-text.js';
import type { ChangedMeanwhile, FieldChange, RecordUnknown } from './refusal.js';

/** No record has that id. */
export function recordUnknown(): RecordUnknown {
  return {
    __typename: 'RecordUnknown',
    why: bilingual('この記録は見つかりません。', 'No record has this id.'),
    whatToDo: bilingual(
      '検索し直して、もう一度選んでください。',
      'Search again and take the id from what is found.',
    ),
  };
}

/** Somebody changed the record since the caller read it. */
export function changedMeanwhile(
  currentRevision: number,
  changes: readonly FieldChange[],
): ChangedMeanwhile {
  const fields = [...new Set(changes.map(({ field }) => field))].join(', ');
  return {
    __typename: 'ChangedMeanwhile',
    currentRevision,
    changes,
    why: bilingual(
      `読み込んだ後に、ほかの人がこの記録を変更しました（${fields}）。`,
      `Somebody changed this record after you read it (${fields}).`,
    ),
    whatToDo: bilingual(
      '変更内容を確かめ、必要なら新しい版番号でもう一度送ってください。',
      'Look at what changed; to go on, send your change again with "currentRevision" as its "revision" and a new "idempotencyKey".',
    ),
  };
}
