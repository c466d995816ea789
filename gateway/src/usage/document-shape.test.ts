import { buildSchema, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { documentShape } from './document-shape.js';

const schema = buildSchema(`
  scalar Anything
  enum Kind { BAKER }
  input Place { town: String height: Float any: Anything }
  type Maker { name: String first(n: Int!, exact: Boolean): String }
  type Query { makers(name: String, age: Int, kind: Kind, in: Place): [Maker] }`);

test('a shape asks what the document asks, and holds nothing that somebody wrote for itself', () => {
  const shape = documentShape(
    `# asked by tanaka
    query Tanaka($tanaka: Int! = 42, $on: Boolean!) {
      tanaka: makers(name: "tanaka", age: 42, kind: BAKER, in: { town: "tanaka", height: 1.7, any: { tanaka: tanaka } }) {
        ...Tanaka @include(if: $on)
      }
    }
    fragment Tanaka on Maker { tanaka: name first(n: $tanaka, exact: true) }`,
    schema,
  );

  expect(shape).not.toMatch(/tanaka|42|1\.7|true/i);
  expect(shape.replaceAll(/\s+/g, ' ')).toBe(
    'query ($v1: Int! = 0, $v2: Boolean!) { makers(name: "", age: 0, kind: BAKER, in: {town: "", height: 0, any: ""}) { ...f3 @include(if: $v2) } } fragment f3 on Maker { name first(n: $v1, exact: false) }',
  );
  expect(validate(schema, parse(shape))).toEqual([]);
});
