import { fold } from '../text/fold.js';

const marks = /[(（[【<＜]?(?:必須|任意|推奨|半角|全角|入力必須)(?:項目)?[)）\]】>＞]?|[*＊※●◎]/gu;

/** The form in which headers are compared: folded, without 必須 marks, dashes, brackets and spaces; 0-4歳 and ０～４歳 are one. */
export function headerKey(header: string): string {
  const plain = header
    .normalize('NFKC')
    .replaceAll(marks, '')
    .replaceAll(/(?<=\d)歳?\s*[〜～∼~‐-―−ー-]\s*(?=\d)/gu, 'to');
  return fold(plain).replaceAll(/[ ー]/gu, '');
}

/** The same without what stands in brackets: 開始日(YYYY-MM-DD) compares as 開始日. */
export function bareHeaderKey(header: string): string {
  return headerKey(header.normalize('NFKC').replaceAll(/[([【<「].*?[)\]】>」]/gu, ''));
}
