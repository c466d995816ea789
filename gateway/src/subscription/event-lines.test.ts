import { describe, expect, test } from 'vitest';
import { EventLines } from './event-lines.js';

const bytes = (text: string): Buffer => Buffer.from(text);

describe('the events of a stream', () => {
  const stream = ':\n\nid: 1\ndata: {"name":\ndata: "海"}\n\ndata:two\n\n';
  const events = ['{"name":\n"海"}', 'two'];

  test.each(['\n', '\r\n', '\r'])('are the same wherever its bytes are cut: %j', (end) => {
    const sent = bytes(stream.replaceAll('\n', end));
    for (let size = 1; size < 12; size += 1) {
      const lines = new EventLines(1000);
      const told: string[] = [];
      for (let at = 0; at < sent.length; at += size) {
        told.push(...lines.take(sent.subarray(at, at + size)));
      }
      expect(told).toEqual(events);
    }
  });

  test('cost no more to read when they come byte by byte, and are refused when too large', () => {
    const lines = new EventLines(100_000);
    const begun = performance.now();

    for (let count = 0; count < 90_000; count += 1) lines.take(bytes('x'));

    expect(performance.now() - begun).toBeLessThan(5_000);
    expect(() => lines.take(Buffer.alloc(20_000, 'x'))).toThrow('100000');
  });
});
