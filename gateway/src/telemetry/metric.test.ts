import { expect, test } from 'vitest';
import { Counter, Gauge, Histogram } from './metric.js';

test('a counter tells each combination of its labels, and nothing can be written into a label but its value', () => {
  const counter = new Counter('hub_things_total', 'Things.', ['kind', 'of']);

  counter.add(2, 'a', 'b');
  counter.add(1, 'a', 'b');
  counter.add(1, 'quote " slash \\ line \n end', 'b');

  expect(counter.text()).toBe(
    [
      '# HELP hub_things_total Things.',
      '# TYPE hub_things_total counter',
      'hub_things_total{kind="a",of="b"} 3',
      String.raw`hub_things_total{kind="quote \" slash \\ line \n end",of="b"} 1`,
      '',
    ].join('\n'),
  );
});

test('a histogram counts each value in its bucket and in all above', () => {
  const histogram = new Histogram('hub_wait_seconds', 'Waits.', { bounds: [0.1, 1], labels: [] });

  for (const value of [0.05, 0.1, 0.5, 3]) histogram.observe(value);

  expect(histogram.text().split('\n').slice(2, -1)).toEqual([
    'hub_wait_seconds_bucket{le="0.1"} 2',
    'hub_wait_seconds_bucket{le="1"} 3',
    'hub_wait_seconds_bucket{le="+Inf"} 4',
    'hub_wait_seconds_sum 3.65',
    'hub_wait_seconds_count 4',
  ]);
});

test('a gauge tells what is when it is asked', () => {
  let open = 1;
  const gauge = new Gauge('hub_open', 'Open.', { labels: [], now: () => [[[], open]] });

  open = 7;

  expect(gauge.text()).toContain('hub_open 7\n');
});

test('whatever names come, a metric holds 501 series at most and loses no count', () => {
  const counter = new Counter('hub_names_total', 'Names.', ['name']);

  for (let index = 0; index < 5000; index++) counter.add(1, `name ${index}`);

  const values = counter.text().match(/ \d+$/gm) ?? [];
  expect(values).toHaveLength(501);
  expect(values.map(Number).reduce((sum, value) => sum + value, 0)).toBe(5000);
});
