import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { MemoryPeak } from './memory-peak.js';

/** A process that starts a helper for each line it is sent, which takes 150 MiB and tells; the next line ends it. */
const program = `
const { spawn } = require('node:child_process');
const helper = "globalThis.kept = Buffer.alloc(150 * 2 ** 20, 1); process.send(0); process.on('disconnect', () => process.exit())";
let child;
process.on('message', () => {
  if (child) {
    child.once('exit', () => process.send(0));
    child.disconnect();
    child = undefined;
    return;
  }
  child = spawn(process.execPath, ['-e', helper], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  child.once('message', () => process.send(0));
});
process.send(0);
`;

test('a helper that ended before the question counts, and one after another are not added', async () => {
  const child = spawn(process.execPath, ['-e', program], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  await once(child, 'message');
  const peak = new MemoryPeak(child.pid ?? 0);
  const alone = peak.mebibytes();
  const next = async (): Promise<number> => {
    child.send(0);
    await once(child, 'message');
    return peak.mebibytes();
  };

  const helped = await next();
  const left = await next();
  await next();
  const later = await next();
  peak.stop();
  child.kill();

  expect(alone).toBeGreaterThan(20);
  expect(helped).toBeGreaterThan(alone + 150);
  expect(left).toBeGreaterThanOrEqual(helped);
  expect(later).toBeLessThan(helped + 100);
});
