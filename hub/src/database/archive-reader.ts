import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname, isAbsolute, join, normalize } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createZstdDecompress } from 'node:zlib';
import { extract } from 'tar-stream';
import type { ExtractEvents, Header } from 'tar-stream';
import { notReadable, notWhole, notWritable } from './backup.errors.js';
import { BackupProblem } from './backup-problem.js';
import { differenceFrom, manifestName, parseManifest } from './manifest.js';
import type { ListedFile, Manifest } from './manifest.js';

type Content = ExtractEvents['entry'][1];

/**
 * Unpacks a backup into a folder that is thrown away unless all of it proves right: every file must have the
 * SHA-256 that the list at the end gives it, none may be missing or added.
 */
export async function unpack(file: string, folder: string): Promise<Manifest> {
  const read = new Map<string, ListedFile>();
  let manifest: string | undefined;
  const tar = extract();
  const reading = pipeline(createReadStream(file), createZstdDecompress(), tar);
  reading.catch(() => undefined); // Awaited below, after the entries.
  try {
    for await (const content of tar) {
      const { name, type } = content.header;
      const path = placeOf(file, folder, content.header);
      if (manifest !== undefined) throw notWhole(file, `${name} follows its list`);
      if (type === 'directory') await mkdir(path, { recursive: true, mode: 0o700 });
      else if (name === manifestName) manifest = (await collect(content)).toString();
      else read.set(name, await unpackFile(content, path));
      content.resume();
    }
    await reading;
  } catch (cause) {
    throw problemOf(file, folder, cause);
  }
  return verified(file, manifest, read);
}

/** An archive may name only files and folders below the folder it is unpacked into. */
function placeOf(file: string, folder: string, { name, type }: Header): string {
  const isBelow = !isAbsolute(name) && !normalize(name).startsWith('..');
  if (!isBelow || (type !== 'file' && type !== 'directory')) {
    throw notWhole(file, `it holds "${name.slice(0, 80)}", which no backup has`);
  }
  return join(folder, name);
}

async function unpackFile(content: Content, path: string): Promise<ListedFile> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const hash = createHash('sha256');
  const handle = await open(path, 'wx', 0o600);
  let size = 0;
  try {
    for await (const chunk of chunksOf(content)) {
      hash.update(chunk);
      size += chunk.length;
      await handle.appendFile(chunk);
    }
    // The server itself makes its data lasting when it first recovers; the rest is a handful of small files.
    if (!path.includes('/data/')) await handle.sync();
  } finally {
    await handle.close();
  }
  return { size, sha256: hash.digest('hex') };
}

/** The library's types leave open what an entry yields; its documentation says bytes. */
const chunksOf = (content: Content): AsyncIterable<Buffer> => content as AsyncIterable<Buffer>;

async function collect(content: Content): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of chunksOf(content)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function verified(
  file: string,
  text: string | undefined,
  read: ReadonlyMap<string, ListedFile>,
): Manifest {
  if (text === undefined) throw notWhole(file, 'its end is missing');
  const manifest = parseManifest(text);
  if (!manifest) throw notWhole(file, 'its list cannot be read');
  const difference = differenceFrom(manifest.files, read);
  if (difference !== undefined) throw notWhole(file, difference);
  return manifest;
}

function problemOf(file: string, folder: string, cause: unknown): BackupProblem {
  if (cause instanceof BackupProblem) return cause;
  if (!(cause instanceof Error && 'syscall' in cause)) {
    return notWhole(file, 'it is cut short, altered, or no backup of a hub', cause);
  }
  const isOfFile = !('path' in cause) || cause.path === file;
  return isOfFile && cause.syscall !== 'write'
    ? notReadable(file, cause)
    : notWritable(folder, cause);
}
