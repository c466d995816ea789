/** What the city's own service of a department gives, for those who replace it: a field's line of SDL by its coordinate. */
export type KnownFields = ReadonlyMap<string, string>;

/** Why subgraphs do not fit together, in sentences for who wrote one of them. */
export function compositionWords(
  problems: readonly string[],
  name: string,
  known: KnownFields,
): string[] {
  return [...new Set(problems.flatMap((problem) => wordsOf(problem, { name, known })))];
}

interface About {
  readonly name: string;
  readonly known: KnownFields;
}

function wordsOf(problem: string, about: About): string[] {
  const external =
    /Field "([\w.]+)" is marked @external on all the subgraphs.*\(subgraphs? (.*?)\)/.exec(problem);
  if (external) {
    const [, field = '', others = ''] = external;
    return [
      `${others.replaceAll('"', '')} needs ${field}, which ${about.name} gave until now: ${addIt(field, about)}`,
    ];
  }
  if (/cannot be satisfied/.test(problem)) return unreachableWords(problem, about);
  const mismatch = /(?:Type of|Field) (?:field|argument)? ?"([\w.():]+)" is incompatible/.exec(
    problem,
  );
  if (mismatch) return [`${mismatch[1]} has another type here than elsewhere. ${problem}`];
  return [problem];
}

/** A path that no subgraph can walk: the composer tells all it tried; what is missing is said once. */
function unreachableWords(problem: string, about: About): string[] {
  const missing = [...problem.matchAll(/cannot find field "([\w.]+)"/g)].map(
    ([, field = '']) => field,
  );
  const own = [...new Set(missing)].filter((field) => about.known.has(field));
  if (own.length > 0) return own.map((field) => `Nobody gives ${field}: ${addIt(field, about)}`);
  const asked = /\{\s*(\w+)/.exec(problem)?.[1] ?? 'a field';
  const from = missing[0] ?? 'a field of it';
  return [
    `A question that begins with "${asked}" cannot be answered to its end: nobody gives ${from}.`,
  ];
}

function addIt(field: string, { known }: About): string {
  const [type = '', name = ''] = field.split('.');
  return `add "${known.get(field) ?? name}" to your type ${type}.`;
}
