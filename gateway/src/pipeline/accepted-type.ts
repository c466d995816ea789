import { HttpRefused } from '../errors/http-refused.js';
import { formatNames, tableFormats, type TableType } from '../table/table-format.js';

/** The media types that an answer of a graph may have as JSON. */
export type AnswerType = 'application/graphql-response+json' | 'application/json';

/** Every media type that an answer may have. */
export type AcceptedType = AnswerType | 'text/event-stream' | TableType;

/** What can be sent, the usual first: it is sent to who takes several alike. Only JSON stands behind `*`. */
const offers: readonly { type: AcceptedType; isUsual: boolean }[] = [
  { type: 'application/json', isUsual: true },
  { type: 'application/graphql-response+json', isUsual: true },
  { type: 'text/event-stream', isUsual: false },
  ...formatNames.map((name) => ({ type: tableFormats[name].mediaType, isUsual: false })),
];

/** One range of an `Accept` header. */
interface Range {
  type: string;
  quality: number;
  place: number;
}

/** Headers whose meaning is remembered at most, and the longest of them: clients send the same few again and again. */
const remembered = { headers: 256, characters: 256 } as const;

const known = new Map<string, AcceptedType | undefined>();

/**
 * The media type that a client wants most of those that can be sent, by its weights (`q`) and, among equals, by the
 * order in which it names them; undefined when it takes none. Tables and events are sent only to who names them.
 */
export function acceptedType(accept: string | undefined): AcceptedType | undefined {
  if (!accept?.trim()) return 'application/json';
  const before = known.get(accept);
  if (before !== undefined || known.has(accept)) return before;
  const found = wanted(accept);
  if (accept.length <= remembered.characters) {
    if (known.size >= remembered.headers) known.clear();
    known.set(accept, found);
  }
  return found;
}

/** The media type of an answer in JSON; throws HttpRefused 406 for a client that takes none. */
export function jsonTypeOf(accepted: AcceptedType | undefined): AnswerType {
  if (accepted === 'application/json' || accepted === 'application/graphql-response+json') {
    return accepted;
  }
  const types = offers.map(({ type }) => type);
  throw new HttpRefused(
    406,
    `Answers come as ${types.slice(0, -1).join(', ')} or ${types.at(-1)}; accept one of them.`,
  );
}

function wanted(accept: string): AcceptedType | undefined {
  const ranges = rangesIn(accept);
  const [best] = offers
    .flatMap(({ type, isUsual }) => {
      const range = closest(ranges, type, isUsual);
      return range && range.quality > 0 ? [{ type, range }] : [];
    })
    .sort(({ range: a }, { range: b }) => b.quality - a.quality || a.place - b.place);
  return best?.type;
}

/** The range that says most exactly what a client thinks of a type: RFC 9110, 12.5.1. */
function closest(ranges: readonly Range[], type: string, isUsual: boolean): Range | undefined {
  const names = isUsual ? [type, 'application/*', '*/*'] : [type];
  for (const name of names) {
    const range = ranges.find((each) => each.type === name);
    if (range) return range;
  }
  return undefined;
}

function rangesIn(accept: string): Range[] {
  return accept.split(',').flatMap((range, place) => {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    const charset = parameters.find((parameter) => parameter.startsWith('charset='));
    if (charset && !/^charset="?utf-?8"?$/.test(charset)) return [];
    const weight = parameters.find((parameter) => /^q\s*=/.test(parameter));
    const quality = weight === undefined ? 1 : Number(weight.slice(weight.indexOf('=') + 1));
    return Number.isFinite(quality) ? [{ type, quality, place }] : [];
  });
}
