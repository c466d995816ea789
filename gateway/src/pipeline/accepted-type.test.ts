import { describe, expect, test } from 'vitest';
import { acceptedType, jsonTypeOf } from './accepted-type.js';

const json = 'application/json';
const graphql = 'application/graphql-response+json';
const csv = 'text/csv';
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

describe('of the media types that a client takes, the one it wants most is sent', () => {
  const headers: [string | undefined, string | undefined][] = [
    [undefined, json],
    [' ', json],
    ['*/*', json],
    ['application/*', json],
    [`${graphql}, ${json};q=0.9`, graphql],
    [`${json}, ${graphql}`, json],
    [`${json};q=0.5, ${graphql}`, graphql],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', json],
    [csv, csv],
    ['TEXT/CSV ; Charset=UTF-8', csv],
    [`${csv}, */*;q=0.1`, csv],
    [`${csv};q=0.2, ${json}`, json],
    [`${csv};q=0.2, ${json};q=0.3, ${xlsx};q=0.9`, xlsx],
    [`${csv};q=0.5, ${xlsx};q=0.5`, csv],
    [`${xlsx};q=0.5, ${csv};q=0.5`, xlsx],
    [`${json};q=0, */*`, graphql],
    ['application/x-ndjson, application/json;q=0.9', 'application/x-ndjson'],
    ['application/vnd.apache.parquet', 'application/vnd.apache.parquet'],
    ['text/event-stream, application/json', 'text/event-stream'],
    ['application/json, text/event-stream', json],
    ['text/event-stream;q=0, */*', json],
    ['text/*', undefined],
    [`${csv};q=0`, undefined],
    [`${csv}; charset=shift_jis`, undefined],
    [`${json};q=nonsense`, undefined],
    ['image/png', undefined],
  ];

  test.each(headers)('%s', (header, expected) => {
    expect(acceptedType(header)).toBe(expected);
    expect(acceptedType(header)).toBe(expected);
  });
});

test('a header that is never the same twice fills no memory', () => {
  for (let count = 0; count < 2_000; count += 1) acceptedType(`text/csv;q=0.${count}`);

  expect(acceptedType(`${'x'.repeat(10_000)}/y, text/csv`)).toBe(csv);
});

test('whoever takes no JSON is told what there is', () => {
  expect(() => jsonTypeOf(undefined)).toThrow(/application\/json.*text\/csv.*accept one of them/);
});
