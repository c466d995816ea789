const katakana = /[\u30a1-\u30f6]/g;

/** A text as it is searched: width, case and kana make no difference. */
export function readable(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(katakana, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) - 0x60))
    .trim();
}

/** True when every word of what is wanted stands in a text; both are readable. */
export function matches(text: string, wanted: string): boolean {
  return wanted.split(/\s+/).every((word) => text.includes(word));
}
