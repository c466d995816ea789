import { expect, test } from 'vitest';
import { quoted } from './written-leaf.js';

// That whole answers are written as their projection is: every comparison of the fuzz looks at that too.
test.each(['', 'plain', 'a "b" \\ c', '\n\t\u0000\u001f', '公民館', '𠮷野家', '\ud842', '\u2028'])(
  'the text %j is quoted as JSON quotes it',
  (text) => {
    expect(quoted(text)).toBe(JSON.stringify(text));
  },
);
