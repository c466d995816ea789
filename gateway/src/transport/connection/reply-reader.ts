import { malformed, replyHead, type ReplyHead } from './reply-head.js';

/** Is told of a reply while it comes. */
export interface ReplyListener {
  headCame(head: ReplyHead): void;
  /** Some bytes of the body, there only until this returns; `isAll` when they are the whole body. */
  bytesCame(bytes: Buffer, isAll: boolean): void;
}

type Stage = 'head' | 'body' | 'rest' | 'size' | 'chunk' | 'chunk-end' | 'trailer' | 'over';

/** Bytes of a head, of a line between chunks and of what follows them, at most. */
const headAtMost = 16 * 1024;
const blankLine = Buffer.from('\r\n\r\n');
const lineFeed = 10;

/**
 * Reads the replies of one connection from the bytes that come, wherever these are cut. Throws SubgraphSilent for what
 * is not HTTP/1 as the specification writes it; nothing more can be read of the connection then.
 */
export class ReplyReader {
  #stage: Stage = 'over';
  #listener: ReplyListener | undefined;
  /** What came of a line, or of a head, that is not whole. */
  #begun = '';
  /** Bytes that are still to come, of the body or of a chunk. */
  #left = 0;
  #isUntouched = true;
  #trailing = 0;
  #kept = 0;
  // Most heads of one subgraph are alike.
  #known: { text: string; head: ReplyHead } | undefined;

  /** Expects a reply. */
  begin(listener: ReplyListener): void {
    this.#listener = listener;
    this.#stage = 'head';
    this.#begun = '';
  }

  /** Reads nothing more of the reply. */
  stop(): void {
    this.#stage = 'over';
    this.#listener = undefined;
    this.#kept = 0;
  }

  /** True when the reply is whole, or nothing more is read of it. */
  get isOver(): boolean {
    return this.#stage === 'over';
  }

  /** Milliseconds for which the connection may be kept after the reply. */
  get kept(): number {
    return this.#kept;
  }

  /** Reads some bytes, and keeps none of them: the same memory may hold others afterwards. */
  take(bytes: Buffer): void {
    let at = 0;
    while (at < bytes.length && this.#stage !== 'over') at = this.#step(bytes, at);
    // Nobody asked for more, so nobody can tell what it answers.
    if (at < bytes.length) this.#kept = 0;
  }

  /** The other side sends nothing more; true when that makes the reply whole. */
  end(): boolean {
    if (this.#stage !== 'rest') return false;
    this.#stage = 'over';
    return true;
  }

  #step(bytes: Buffer, at: number): number {
    switch (this.#stage) {
      case 'head':
        return this.#head(bytes, at);
      case 'body':
      case 'chunk':
        return this.#bytes(bytes, at);
      case 'rest':
        this.#listener?.bytesCame(bytes.subarray(at), false);
        return bytes.length;
      default:
        return this.#line(bytes, at);
    }
  }

  #head(bytes: Buffer, at: number): number {
    const end = this.#begun === '' ? bytes.indexOf(blankLine, at) : -1;
    if (end >= 0 && end - at <= headAtMost) {
      this.#told(bytes.toString('latin1', at, end + 2));
      return end + blankLine.length;
    }
    return this.#longHead(bytes, at);
  }

  /** A head that comes in parts. */
  #longHead(bytes: Buffer, at: number): number {
    const before = this.#begun.length;
    const text = this.#begun + bytes.toString('latin1', at);
    const end = text.indexOf('\r\n\r\n', Math.max(0, before - 3));
    if (end > headAtMost || (end < 0 && text.length > headAtMost)) throw malformed('its long head');
    this.#begun = end < 0 ? text : '';
    if (end < 0) return bytes.length;
    this.#told(text.slice(0, end + 2));
    return at + end + blankLine.length - before;
  }

  #told(text: string): void {
    if (this.#known?.text !== text) this.#known = { text, head: replyHead(text) };
    const { head } = this.#known;
    const { status, length, isChunked } = head;
    if (status === 101) throw malformed('a protocol nobody asked for');
    // What is said before the reply itself.
    if (status < 200) return;
    this.#kept = head.kept;
    this.#left = status === 204 || status === 304 ? 0 : (length ?? 0);
    if (isChunked) this.#stage = 'size';
    else this.#stage = length === undefined ? 'rest' : 'body';
    if (this.#stage === 'body' && this.#left === 0) this.#stage = 'over';
    this.#trailing = 0;
    this.#isUntouched = true;
    this.#listener?.headCame(head);
  }

  #bytes(bytes: Buffer, at: number): number {
    const end = Math.min(bytes.length, at + this.#left);
    const isAll = this.#isUntouched && end - at === this.#left && this.#stage === 'body';
    this.#isUntouched = false;
    this.#left -= end - at;
    if (this.#left === 0) this.#stage = this.#stage === 'chunk' ? 'chunk-end' : 'over';
    this.#listener?.bytesCame(bytes.subarray(at, end), isAll);
    return end;
  }

  /** A line between chunks or after them. */
  #line(bytes: Buffer, at: number): number {
    const end = bytes.indexOf(lineFeed, at);
    const line = this.#begun + bytes.toString('latin1', at, end < 0 ? bytes.length : end);
    if (line.length > headAtMost) throw malformed('a long line');
    this.#begun = end < 0 ? line : '';
    if (end < 0) return bytes.length;
    if (!line.endsWith('\r')) throw malformed('a line feed alone');
    this.#lineCame(line.slice(0, -1));
    return end + 1;
  }

  #lineCame(line: string): void {
    if (this.#stage === 'chunk-end') {
      if (line !== '') throw malformed('the end of a chunk');
      this.#stage = 'size';
    } else if (this.#stage === 'size') {
      const [, size] = /^([0-9a-f]{1,8})[\t ]*(?:;.*)?$/i.exec(line) ?? [];
      if (size === undefined) throw malformed('the size of a chunk');
      this.#left = Number.parseInt(size, 16);
      this.#stage = this.#left === 0 ? 'trailer' : 'chunk';
    } else if (line === '') {
      this.#stage = 'over';
    } else {
      this.#trailing += line.length;
      if (this.#trailing > headAtMost) throw malformed('what follows its chunks');
    }
  }
}
