import type { Reply } from './reply.js';

/** What a stack trace or the inside of a machine looks like, in the languages subgraphs are written in. */
const inside: readonly (readonly [RegExp, string])[] = [
  [/"?stack(?:_?trace)?"?\s*:/i, 'a stack trace'],
  [/(?:\\n|\n)\s+at .+:\d+/, 'a stack trace'],
  [/Traceback \(most recent call last\)/, 'a stack trace'],
  [/goroutine \d+ \[/, 'a stack trace'],
  [/\.(?:java|kt|py|rb|go|rs|cs|php|ts|js):\d+/, 'a place in the source'],
  [/(?:\/home\/|\/usr\/|\/var\/|\/app\/|node_modules|[A-Z]:\\\\)/, 'a path of the machine'],
  [/\b(?:select|insert|update|delete)\b.+\b(?:from|into|set)\b/i, 'a statement of the database'],
];

/** What a reply gives away of its inside; undefined when nothing is seen. */
export function leakIn({ text }: Reply): string | undefined {
  return inside.find(([looks]) => looks.test(text))?.[1];
}
