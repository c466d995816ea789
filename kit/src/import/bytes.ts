import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import Encoding from 'encoding-japanese';
import { FileProblem } from './file-problem.js';

/** How the bytes of a file become text: `label` for TextDecoder, `name` for people. */
export interface TextEncoding {
  readonly label: 'utf-8' | 'utf-16le' | 'utf-16be' | 'shift_jis' | 'euc-jp' | 'iso-2022-jp';
  readonly name: string;
}

/** What a file is by its first bytes, whatever its name says. */
export type FileKind = 'empty' | 'text' | 'zip' | 'unreadable';

const signatures: readonly (readonly [start: readonly number[], what: string])[] = [
  [[0xd0, 0xcf, 0x11, 0xe0], '古いExcel形式（.xls）'],
  [[0x25, 0x50, 0x44, 0x46], 'PDF'],
  [[0x1f, 0x8b], 'gzip'],
  [[0x89, 0x50, 0x4e, 0x47], '画像（PNG）'],
  [[0xff, 0xd8, 0xff], '画像（JPEG）'],
];

/** Tells by its first bytes whether a file is a table of text, a zip (a workbook), empty, or something that is refused with its name. */
export async function kindOf(path: string): Promise<FileKind> {
  const head = await firstBytes(path, 1024);
  if (head.length === 0) return 'empty';
  if (head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5)) return 'zip';
  const other = signatures.find(([start]) => start.every((byte, at) => head[at] === byte));
  if (other) throw notATable(other[1]);
  const text = head.toString('latin1').replace(/^ï»¿/, '').trimStart().toLowerCase();
  if (/^<(?:!doctype|html|\?xml|head|body)/.test(text))
    throw notATable('ウェブページかXML（配布元の障害でエラーページが保存された可能性があります）');
  if (/^[[{]\s*["[{\]}]/.test(text)) throw notATable('JSON');
  return 'text';
}

/**
 * Detects the encoding over the whole file: a byte order mark decides; else UTF-8 if every byte fits; else CP932, EUC-JP or JIS,
 * unless the bytes are UTF-8 with a few broken places. Reads the file once, in constant memory.
 */
export async function encodingOf(path: string): Promise<TextEncoding> {
  const head = await firstBytes(path, 65_536);
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf)
    return { label: 'utf-8', name: 'UTF-8（BOM付き）' };
  if (head[0] === 0xff && head[1] === 0xfe) return { label: 'utf-16le', name: 'UTF-16LE' };
  if (head[0] === 0xfe && head[1] === 0xff) return { label: 'utf-16be', name: 'UTF-16BE' };
  if (await isWhollyUtf8(path)) {
    return head.includes(0x1b) && Encoding.detect(head) === 'JIS'
      ? { label: 'iso-2022-jp', name: 'JIS' }
      : { label: 'utf-8', name: 'UTF-8' };
  }
  if (Encoding.detect(head) === 'EUCJP' && (await brokenIn(path, 'euc-jp')) === 0)
    return { label: 'euc-jp', name: 'EUC-JP' };
  const [utf8, cp932] = [await brokenIn(path, 'utf-8'), await brokenIn(path, 'shift_jis')];
  return utf8 < cp932
    ? { label: 'utf-8', name: 'UTF-8' }
    : { label: 'shift_jis', name: 'CP932（Shift_JIS）' };
}

/** Decodes a file piece by piece; bytes that are no character become U+FFFD and are found in the cells later. */
export async function* textOf(path: string, encoding: TextEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding.label);
  for await (const chunk of createReadStream(path, { highWaterMark: 262_144 })) {
    // A read stream without an encoding gives buffers.
    yield decoder.decode(chunk as Buffer, { stream: true });
  }
  yield decoder.decode();
}

async function firstBytes(path: string, length: number): Promise<Buffer> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw new FileProblem('FILE_UNREADABLE', {
      message: `ファイル「${path}」を開けません（${error instanceof Error && 'code' in error ? String(error.code) : '原因不明'}）。`,
      remedy: 'ファイルの場所と読み取りの権限を確認してください。',
    });
  }
}

async function isWhollyUtf8(path: string): Promise<boolean> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: 1_048_576 })) {
    // A read stream without an encoding gives buffers.
    const bytes = Buffer.concat([rest, chunk as Buffer]);
    const end = wholeCharacters(bytes);
    if (!isUtf8(bytes.subarray(0, end))) return false;
    rest = bytes.subarray(end);
  }
  return rest.length === 0;
}

/** Where the last character that is whole ends. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0)
      return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? bytes.length - back : bytes.length;
    if (byte < 0x80) break;
  }
  return bytes.length;
}

async function brokenIn(path: string, label: TextEncoding['label']): Promise<number> {
  let broken = 0;
  for await (const text of textOf(path, { label, name: label })) {
    for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) broken += 1;
  }
  return broken;
}

function notATable(what: string): FileProblem {
  return new FileProblem('NOT_A_TABLE', {
    message: `このファイルは表（CSV・TSV・XLSX）ではなく、${what}です。`,
    remedy:
      '配布元からCSVまたはXLSXを取り直すか、表計算ソフトでCSV（UTF-8）として保存し直してください。',
  });
}
