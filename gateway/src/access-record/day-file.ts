import { open, type FileHandle } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileOfDay, recordFiles } from './record-files.js';

/**
 * Appends to the file of the present day, all of a text or nothing of it. When the clock is set back it stays with the
 * file it has: the files are read one after the other, and a line in an earlier one would stand in the wrong place.
 */
export class DayFile {
  #name = '';
  #latest: string;
  #handle: FileHandle | undefined;
  #size = 0;
  #isTorn = false;

  /** Goes on after what files there are. */
  constructor(private readonly folder: string) {
    this.#latest = basename(recordFiles(folder).at(-1) ?? '');
  }

  /** Appends a text; what was written of it is taken back when it does not all fit. Rejects then. */
  async append(text: string, moment: Date): Promise<void> {
    const handle = await this.#opened(moment);
    if (this.#isTorn) await this.#takeBack(handle);
    const bytes = Buffer.from(text);
    try {
      for (let written = 0; written < bytes.length;) {
        written += (await handle.write(bytes, written)).bytesWritten;
      }
    } catch (error) {
      this.#isTorn = true;
      await this.#takeBack(handle).catch(() => undefined);
      throw error;
    }
    this.#size += bytes.length;
  }

  /** Forces what was appended to the disk. */
  async sync(): Promise<void> {
    await this.#handle?.datasync();
  }

  async close(): Promise<void> {
    const handle = this.#handle;
    this.#handle = undefined;
    await handle?.close();
  }

  async #opened(moment: Date): Promise<FileHandle> {
    const today = fileOfDay(moment);
    const name = today > this.#latest ? today : this.#latest;
    if (this.#handle && name === this.#name) return this.#handle;
    if (!this.#isTorn) await this.sync();
    await this.close();
    const next = await open(join(this.folder, name), 'a', 0o600);
    this.#handle = next;
    this.#name = name;
    this.#latest = name;
    this.#size = (await next.stat()).size;
    this.#isTorn = false;
    return next;
  }

  async #takeBack(handle: FileHandle): Promise<void> {
    await handle.truncate(this.#size);
    this.#isTorn = false;
  }
}
