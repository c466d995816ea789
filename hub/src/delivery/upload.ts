import { randomUUID } from 'node:crypto';
import { createWriteStream, mkdirSync, rmSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import type { DeliverySettings } from '@manabi/kit/delivery/delivery-settings';

import type { Home } from '../home/home.js';
import { type Claim, type ClaimWish, claim, inboxOf } from './claim.js';
import { DeliveryRefused, tooLarge, tooSlow } from './delivery-refused.js';
import { receivingFolder } from './inbox.js';

/** Types under which a table may be sent. */
const types: ReadonlySet<string> = new Set([
  '',
  'text/csv',
  'text/plain',
  'text/tab-separated-values',
  'application/octet-stream',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
]);

/** What an upload is about. */
export interface Upload {
  readonly department: string;
  /** The file's name, as it stands in the address. */
  readonly name: string;
  readonly parameters: URLSearchParams;
  /** Called when the body is wanted: who asked first (`Expect: 100-continue`) is told to send it. */
  readonly onReady: () => void;
}

/** How large an upload may be and how slowly it may come. */
export type UploadBounds = Pick<DeliverySettings, 'bytes' | 'idle' | 'slowest'>;

/** Seconds that every upload may take, however small it is. */
const leastTime = 60;

/** Receives uploads: each to its end beside the inbox, and only then into the hub's hands. */
export class Uploads {
  readonly #underWay = new Set<string>();

  constructor(
    private readonly home: Home,
    private readonly bounds: () => UploadBounds,
  ) {}

  /**
   * Writes the body of a request to disk, piece by piece, and claims it when it is whole. Throws a DeliveryRefused; nothing is left of what was
   * refused or broken off.
   */
  async receive(request: IncomingMessage, upload: Upload): Promise<Claim> {
    const name = fileNameIn(upload.name);
    const wish = wishIn(upload.parameters);
    requireTable(request);
    const bounds = this.bounds();
    const length = Number(request.headers['content-length'] ?? bounds.bytes);
    if (length > bounds.bytes) throw tooLarge(bounds.bytes);
    const { department } = upload;
    // One at a time for each department: what is on disk stays within bounds, and the same file twice is not taken twice.
    if (this.#underWay.has(department)) throw busy(department);
    this.#underWay.add(department);
    const id = randomUUID();
    const folder = join(inboxOf(this.home, department), receivingFolder);
    const file = join(folder, id);
    try {
      upload.onReady();
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      await write(request, file, { ...bounds, length });
      return claim(this.home, { id, department, wish }, { file, name });
    } catch (error) {
      rmSync(file, { force: true });
      throw error;
    } finally {
      this.#underWay.delete(department);
    }
  }
}

async function write(
  request: IncomingMessage,
  file: string,
  { bytes, idle, slowest, length }: UploadBounds & { readonly length: number },
): Promise<void> {
  let size = 0;
  const late = new AbortController();
  const giveUp = (): void => late.abort();
  const silence = setTimeout(giveUp, idle * 1000);
  const whole = setTimeout(giveUp, (leastTime + length / slowest) * 1000);
  const bounded = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      silence.refresh();
      size += chunk.length;
      done(size > bytes ? tooLarge(bytes) : null, chunk);
    },
  });
  try {
    // Flushed before it is acknowledged: an acknowledged file is not lost with the power.
    await pipeline(
      request,
      bounded,
      createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true }),
      { signal: late.signal },
    );
  } catch (error) {
    if (error instanceof DeliveryRefused) throw error;
    if (late.signal.aborted) throw tooSlow();
    if (!request.complete)
      throw new DeliveryRefused('BROKEN_OFF', 'The file did not come to its end. Send it again.', {
        status: 400,
        headers: { connection: 'close' },
      });
    throw error;
  } finally {
    clearTimeout(silence);
    clearTimeout(whole);
  }
}

/** The file's name; it must be one in every folder of every system. */
function fileNameIn(coded: string): string {
  const name = decoded(coded)?.normalize('NFC');
  const isName =
    name !== undefined &&
    /^[^\p{Cc}\p{Cf}/\\:*?"<>|.~][^\p{Cc}\p{Cf}/\\:*?"<>|]*$/u.test(name) &&
    Buffer.byteLength(name) <= 200;
  if (!isName)
    throw new DeliveryRefused(
      'BAD_FILE_NAME',
      'The last part of the address is the name of the file: no folders, no dot at its beginning, at most 200 bytes.',
      { status: 400 },
    );
  if (/\.(?:csv|tsv|txt|xlsx)$/i.test(name)) return name;
  throw new DeliveryRefused('UNSUPPORTED_TYPE', 'Send a .csv, .tsv, .txt or .xlsx file.', {
    status: 415,
  });
}

function decoded(coded: string): string | undefined {
  try {
    return decodeURIComponent(coded);
  } catch {
    return undefined;
  }
}

function requireTable({ headers }: IncomingMessage): void {
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const isPlain = (headers['content-encoding'] ?? 'identity').toLowerCase() === 'identity';
  if (types.has(type) && isPlain && headers['content-range'] === undefined) return;
  throw new DeliveryRefused(
    'UNSUPPORTED_TYPE',
    'Send the file itself as the body, whole, neither packed nor as a form: curl -T FILE …',
    { status: 415, headers: { 'accept-encoding': 'identity' } },
  );
}

function wishIn(parameters: URLSearchParams): ClaimWish {
  const [mode, dataset, confirm] = ['mode', 'dataset', 'confirm'].map((key) => parameters.get(key));
  if (mode !== null && mode !== undefined && mode !== 'full' && mode !== 'delta')
    throw badParameter('"mode" is "full" or "delta"');
  if (dataset && !/^[\p{L}\p{N}_-]{1,100}$/u.test(dataset))
    throw badParameter('"dataset" is a name of letters, digits, _ and -');
  if (confirm !== null && confirm !== undefined && confirm !== 'yes')
    throw badParameter('"confirm" is "yes"');
  return {
    way: 'UPLOAD',
    confirmed: confirm === 'yes',
    ...(mode && { mode }),
    ...(dataset && { dataset }),
  };
}

function badParameter(what: string): DeliveryRefused {
  return new DeliveryRefused('BAD_PARAMETER', `A parameter of the address is wrong: ${what}.`, {
    status: 400,
  });
}

function busy(department: string): DeliveryRefused {
  return new DeliveryRefused(
    'CONFLICT',
    `Another upload of ${department} is under way. Send this one when it has ended.`,
    { status: 409, headers: { 'retry-after': '5', connection: 'close' } },
  );
}
