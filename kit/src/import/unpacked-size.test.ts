import { deflateRawSync } from 'node:zlib';

import { expect, test } from 'vitest';

import { unpackedSize } from './unpacked-size.js';
import { aWorkbook } from './workbook.builder.js';

/** A file within a zip whose head says whatever it likes of its size. */
function packed(content: Buffer, { saying }: { saying: number }): Buffer {
  const data = deflateRawSync(content);
  const head = Buffer.alloc(30);
  head.write('PK\u0003\u0004', 'latin1');
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(data.length, 18);
  head.writeUInt32LE(saying, 22);
  head.writeUInt16LE(1, 26);
  return Buffer.concat([head, Buffer.from('x'), data]);
}

test('what a zip unpacks to is found out by unpacking it, not by what it says', async () => {
  const zip = Buffer.concat([
    packed(Buffer.alloc(1_000_000), { saying: 10 }),
    packed(Buffer.alloc(500_000, 'text'), { saying: 0 }),
  ]);

  expect(await unpackedSize(zip, 10_000_000)).toBe(1_500_000);
  expect(await unpackedSize(zip, 1_200_000)).toBeGreaterThan(1_200_000);
});

test('a bomb is known long before it has burst, and what is broken is no bomb', async () => {
  const bomb = packed(Buffer.alloc(8 * 1024 * 1024), { saying: 1 });

  expect(await unpackedSize(bomb, 1_000_000)).toBeLessThan(2_000_000);
  expect(await unpackedSize(bomb.subarray(0, 40), 1_000_000)).toBe(0);
  expect(await unpackedSize(Buffer.from('PK\u0003\u0004'), 1_000_000)).toBe(0);
  expect(await unpackedSize(aWorkbook({ a: [['x']] }), 1_000_000)).toBe(0);
});
