import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { constants, createZstdCompress } from 'node:zlib';
import { pack } from 'tar-stream';
import { manifestName } from './manifest.js';
import type { ListedFile, Manifest } from './manifest.js';

const chunkBytes = 1024 * 1024;

/** A tar file compressed with zstd that lists every file in it, with its SHA-256, in its last entry. */
export class ArchiveWriter {
  readonly #tar = pack();
  readonly #files: Record<string, ListedFile> = {};
  readonly #written: Promise<void>;

  /** Begins a new file, readable to its owner only; it must not exist. */
  constructor(file: string) {
    // The checksum finds a damaged block early; the list at the end finds everything else.
    const zstd = createZstdCompress({ params: { [constants.ZSTD_c_checksumFlag]: 1 } });
    const target = createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true });
    this.#written = pipeline(this.#tar, zstd, target);
    this.#written.catch(() => undefined); // Reported by whoever writes or closes next.
  }

  /** Adds an empty folder. */
  async addFolder(name: string): Promise<void> {
    await this.#orFailure(
      new Promise<void>((resolve, reject) => {
        this.#tar.entry({ name: `${name}/`, type: 'directory', mode: 0o700 }, (error) =>
          error ? reject(error) : resolve(),
        );
      }),
    );
  }

  /** Adds a text as a file. */
  async addText(name: string, text: string): Promise<void> {
    const bytes = Buffer.from(text);
    await this.#add(name, bytes.length, [bytes]);
  }

  /**
   * Adds a file as long as it is now, though it may be written to meanwhile: what is appended is left out, what is
   * cut off is filled with zeros (PostgreSQL replays both from its log). False when it has gone.
   */
  async addFile(name: string, path: string): Promise<boolean> {
    const handle = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    if (!handle) return false;
    try {
      const { size } = await handle.stat();
      await this.#add(name, size, exactly(handle, size));
      return true;
    } finally {
      await handle.close();
    }
  }

  /** Ends the archive with its list and waits until it is on the disk. */
  async close(facts: Omit<Manifest, 'files'>): Promise<Manifest> {
    const manifest: Manifest = { ...facts, files: { ...this.#files } };
    await this.addText(manifestName, JSON.stringify(manifest));
    this.#tar.finalize();
    await this.#written;
    return manifest;
  }

  /** Gives up: what was written so far is worth nothing. Answers what the disk said, if that was the reason. */
  async abandon(): Promise<unknown> {
    this.#tar.destroy();
    const failure: unknown = await this.#written.catch((error: unknown) => error);
    return failure instanceof Error && 'syscall' in failure ? failure : undefined;
  }

  async #add(
    name: string,
    size: number,
    content: Iterable<Buffer> | AsyncIterable<Buffer>,
  ): Promise<void> {
    const hash = createHash('sha256');
    const done = Promise.withResolvers<void>();
    const entry = this.#tar.entry({ name, size, mode: 0o600 }, (error) =>
      error ? done.reject(error) : done.resolve(),
    );
    done.promise.catch(() => undefined);
    for await (const chunk of content) {
      hash.update(chunk);
      if (!entry.write(chunk)) await this.#orFailure(once(entry, 'drain'));
    }
    entry.end(undefined);
    await this.#orFailure(done.promise);
    this.#files[name] = { size, sha256: hash.digest('hex') };
  }

  /** A full disk ends the pipeline, after which no entry would ever finish. */
  async #orFailure(step: Promise<unknown>): Promise<void> {
    await Promise.race([step, this.#written]);
  }
}

async function* exactly(
  handle: Awaited<ReturnType<typeof open>>,
  size: number,
): AsyncGenerator<Buffer> {
  for (let position = 0; position < size;) {
    const wanted = Math.min(chunkBytes, size - position);
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(wanted), 0, wanted, position);
    const chunk = bytesRead === 0 ? buffer : buffer.subarray(0, bytesRead);
    position += chunk.length;
    yield chunk;
  }
}
