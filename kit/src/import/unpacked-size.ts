import { createInflateRaw } from 'node:zlib';

/** How a file within a zip begins. */
const signature = Buffer.from('PK\u0003\u0004');
/** Bytes of what stands there before the file's name. */
const headLength = 30;
const deflated = 8;

/**
 * The bytes to which a zip unpacks, by unpacking it and keeping nothing: what it says of itself is not believed. Stops at the first byte
 * beyond `most` and then answers more than that.
 */
export async function unpackedSize(zip: Buffer, most: number): Promise<number> {
  let total = 0;
  let at = zip.indexOf(signature);
  while (at >= 0 && at + headLength <= zip.length && total <= most) {
    const start = at + headLength + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
    const isPacked = zip.readUInt16LE(at + 8) === deflated;
    const { used, made } = isPacked
      ? await inflated(zip.subarray(start), most - total)
      : { used: 0, made: 0 };
    total += made;
    at = zip.indexOf(signature, start + used);
  }
  return total;
}

/** How many bytes a packed stream takes and gives; broken ones as far as they go. */
function inflated(packed: Buffer, most: number): Promise<{ used: number; made: number }> {
  return new Promise((resolve) => {
    const inflate = createInflateRaw();
    let made = 0;
    const finish = (): void => {
      resolve({ used: inflate.bytesWritten, made });
      inflate.destroy();
    };
    inflate.on('data', (chunk: Buffer) => {
      made += chunk.length;
      if (made > most) finish();
    });
    inflate.on('end', finish);
    inflate.on('error', finish);
    inflate.end(packed);
  });
}
