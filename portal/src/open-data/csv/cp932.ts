/** Characters of Unicode for which CP932 has another of the same look: what a wave dash or a minus is written as there. */
const looksLike: Readonly<Record<string, string>> = {
  '\u301c': '\uff5e', // 〜 ～
  '\u2212': '\uff0d', // − －
  '\u2014': '\u2015', // — ―
  '\u2016': '\u2225', // ‖ ∥
  '\u00a2': '\uffe0', // ¢ ￠
  '\u00a3': '\uffe1', // £ ￡
  '\u00ac': '\uffe2', // ¬ ￢
  '\u00a5': '\uffe5', // ¥ ￥
  '\u203e': '\uffe3', // ‾ ￣
  '\u2022': '\u30fb', // • ・
  '\u00a0': ' ',
};

/** Two-byte codes in the order in which they are looked at; the first that means a character is the one for it. */
function* doubleBytes(): Generator<readonly [lead: number, trail: number]> {
  for (let lead = 0x81; lead <= 0xfc; lead += 1) {
    // From A0 to DF stand single bytes, at ED and EE a second copy of what follows at FA, from F0 to F9 nobody's characters.
    if ((lead >= 0xa0 && lead <= 0xdf) || lead === 0xed || lead === 0xee) continue;
    if (lead >= 0xf0 && lead <= 0xf9) continue;
    for (let trail = 0x40; trail <= 0xfc; trail += 1) if (trail !== 0x7f) yield [lead, trail];
  }
}

/** The bytes of every character that CP932 has: the very inverse of how a file in it is decoded. */
function codesByCharacter(): ReadonlyMap<string, number> {
  const decoder = new TextDecoder('shift_jis');
  const codes = new Map<string, number>();
  for (let byte = 0; byte < 0x80; byte += 1) codes.set(String.fromCharCode(byte), byte);
  for (let byte = 0xa1; byte <= 0xdf; byte += 1)
    codes.set(decoder.decode(Uint8Array.of(byte)), byte);
  for (const [lead, trail] of doubleBytes()) {
    const character = decoder.decode(Uint8Array.of(lead, trail));
    if (character.length !== 1 || character === '\ufffd' || codes.has(character)) continue;
    codes.set(character, lead * 256 + trail);
  }
  return codes;
}

let known: ReadonlyMap<string, number> | undefined;

/**
 * Writes texts in CP932 (Windows-31J). A character that it lacks is written as the one it has of the same look, else
 * as an HTML character reference such as `&#x20BB7;`, which says what it was; each is counted, none becomes `?`.
 */
export class Cp932Encoder {
  readonly #codes = (known ??= codesByCharacter());
  /** Characters that were written as another or as a reference. */
  replaced = 0;

  /** The bytes of a text. */
  encode(text: string): Buffer {
    const bytes = Buffer.allocUnsafe(text.length * 10);
    let at = 0;
    for (const character of text) {
      const code = this.#codes.get(character);
      if (code === undefined) at = this.#replace(bytes, at, character);
      else at = write(bytes, at, code);
    }
    return bytes.subarray(0, at);
  }

  #replace(bytes: Buffer, at: number, character: string): number {
    this.replaced += 1;
    const alike = looksLike[character];
    const code = alike === undefined ? undefined : this.#codes.get(alike);
    if (code !== undefined) return write(bytes, at, code);
    const point = character.codePointAt(0) ?? 0xfffd;
    return at + bytes.write(`&#x${point.toString(16).toUpperCase()};`, at, 'latin1');
  }
}

function write(bytes: Buffer, at: number, code: number): number {
  if (code < 0x100) {
    bytes[at] = code;
    return at + 1;
  }
  bytes[at] = code >> 8;
  bytes[at + 1] = code & 0xff;
  return at + 2;
}
