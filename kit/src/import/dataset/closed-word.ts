import type { Row } from '../row.js';

/** Words that stand for a value, in the order in which they are looked for. */
export type ClosedWords<Value> = readonly (readonly [RegExp, Value])[];

/** The value that a cell's words stand for; nothing for a blank cell, and for words that stand for none, which is told. */
export function closedWordOf<Value>(
  row: Row,
  column: string,
  words: ClosedWords<Value>,
): Value | undefined {
  const said = row.text(column);
  if (said === undefined) return undefined;
  const plain = said.normalize('NFKC');
  const found = words.find(([word]) => word.test(plain))?.[1];
  if (found === undefined)
    row.note(column, {
      level: 'problem',
      code: 'WORD_UNKNOWN',
      message: `「${said}」は「${row.header(column)}」の語として読めません。`,
      remedy: '様式の説明にある語で書いてください。',
    });
  return found;
}
