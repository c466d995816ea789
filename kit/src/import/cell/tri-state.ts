import { blank, isBlank, type Reading, refused } from './reading.js';

/** A fact that is known to hold, known not to hold, or not known. */
export type TriState = 'YES' | 'NO' | 'UNKNOWN';

const yes =
  /^(?:有|有り|あり|ある|○|◯|〇|◎|●|✓|✔|可|可能|可能です|対応|対応可|対応可能|はい|要|該当|設置|実施|1|1\.0|true|yes|y)$/u;
const no =
  /^(?:無|無し|なし|ない|×|✕|✖|x|不可|不可能|非対応|未対応|対応不可|いいえ|不要|否|非該当|未設置|未実施|0|0\.0|false|no|n)$/u;
const unknown = /^(?:不明|未定|未確認|確認中|調査中|非公開|未回答|\?|unknown)$/u;

/** Reads 有・無・○・×・1・0・可・不可・不明; words in brackets behind the answer are kept, partial answers (△, 一部) are UNKNOWN with a problem. */
export function readTriState(cell: string): Reading<TriState> {
  const raw = cell.trim();
  const text = raw.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase();
  if (text === '') return blank;
  const plain = answer(text);
  if (plain) return { value: plain, repairs: [] };
  if (isBlank(raw)) return blank;
  const [, head, words] = /^([^(（【:、,]+)[(（【:、,](.+?)[)）】]?$/u.exec(text) ?? [];
  const behind = head && words ? answer(head) : undefined;
  if (behind) return { value: behind, repairs: [], prose: raw };
  return {
    ...refused(raw, {
      code: 'TRI_STATE_UNREADABLE',
      message: `「${raw}」は有・無・不明のどれとも決められません。`,
      remedy: '「有」「無」「不明」のどれかを入力し、条件は備考に書いてください。',
    }),
    value: 'UNKNOWN',
  };
}

function answer(text: string): TriState | undefined {
  if (yes.test(text)) return 'YES';
  if (no.test(text)) return 'NO';
  return unknown.test(text) ? 'UNKNOWN' : undefined;
}
