import { RequestRefused } from '../errors/gateway-error.js';

/** What one request may be at most; each is checked before anything is planned. */
export interface Limits {
  /** Bytes of the document in UTF-8. */
  documentBytes: number;
  /** Tokens of the document. */
  tokens: number;
  /** Levels of fields within fields. */
  depth: number;
  /** Fields of one operation, those of a fragment counted wherever it is spread. */
  fields: number;
  /** Fields of one operation's root, fragments included. */
  rootFields: number;
  /** Aliases in the document. */
  aliases: number;
  /** Times one response key stands at one place of an operation, fragments spread. */
  repeats: number;
  /** Fragments that the document defines. */
  fragments: number;
  /** Directives in the document. */
  directives: number;
  /** Levels of lists and objects within one another in an argument or a variable. */
  valueDepth: number;
  /** Values in all variables together, lists and objects counted too. */
  values: number;
  /** Levels of fields below `__schema` or `__type`. */
  introspectionDepth: number;
  /** Levels of lists within lists below `__schema` or `__type`. */
  introspectionLists: number;
  /** Fields below all `__schema` and `__type` of one operation, these counted too; the question of the usual tools has 232. */
  introspectionFields: number;
  /** The cost of the operation with its variables, by `@cost` and `@listSize`. */
  cost: number;
}

const publicLimits: Limits = {
  documentBytes: 16 * 1024,
  tokens: 2000,
  depth: 13,
  fields: 1000,
  rootFields: 20,
  aliases: 30,
  repeats: 40,
  fragments: 60,
  directives: 50,
  valueDepth: 8,
  values: 1000,
  introspectionDepth: 20,
  introspectionLists: 3,
  introspectionFields: 300,
  cost: 5500,
};

const fullLimits: Limits = {
  documentBytes: 128 * 1024,
  tokens: 5000,
  depth: 20,
  fields: 5000,
  rootFields: 50,
  aliases: 200,
  repeats: 100,
  fragments: 120,
  directives: 200,
  valueDepth: 16,
  values: 10_000,
  introspectionDepth: 20,
  introspectionLists: 3,
  introspectionFields: 300,
  cost: 100_000,
};

/** The limits of a graph: those of its contract, save where others are given. */
export function limitsOf(contract: 'public' | 'full', given: Partial<Limits> = {}): Limits {
  return { ...(contract === 'public' ? publicLimits : fullLimits), ...given };
}

/** What one page may cost for who reads whole lists within the gateway's process: as much as the pages it stands for. */
export const forLongPages = (limits: Limits): Limits => ({ ...limits, cost: limits.cost * 5 });

const sentences: Readonly<Record<keyof Limits, (value: string, allowed: string) => string>> = {
  documentBytes: (value, allowed) => `The document has ${value} bytes, and ${allowed} are allowed`,
  tokens: (value, allowed) => `The document has ${value} tokens, and ${allowed} are allowed`,
  depth: (value, allowed) => `The operation is ${value} levels deep, and ${allowed} are allowed`,
  fields: (value, allowed) => `The operation asks for ${value} fields, and ${allowed} are allowed`,
  rootFields: (value, allowed) =>
    `The operation asks for ${value} fields of its root, and ${allowed} are allowed`,
  aliases: (value, allowed) => `The document has ${value} aliases, and ${allowed} are allowed`,
  repeats: (value, allowed) =>
    `One response key stands ${value} times at one place, and ${allowed} are allowed`,
  fragments: (value, allowed) => `The document has ${value} fragments, and ${allowed} are allowed`,
  directives: (value, allowed) =>
    `The document has ${value} directives, and ${allowed} are allowed`,
  valueDepth: (value, allowed) =>
    `A list or an object holds others ${value} levels deep, and ${allowed} are allowed`,
  values: (value, allowed) => `The variables hold ${value} values, and ${allowed} are allowed`,
  introspectionDepth: (value, allowed) =>
    `The question about the schema is ${value} levels deep, and ${allowed} are allowed`,
  introspectionLists: (value, allowed) =>
    `The question about the schema asks for lists within lists ${value} deep, and ${allowed} are allowed`,
  introspectionFields: (value, allowed) =>
    `The question about the schema asks for ${value} fields, and ${allowed} are allowed`,
  cost: (value, allowed) => `The operation costs ${value}, and ${allowed} is allowed`,
};

/** Throws RequestRefused, which names the limit and the value, when a value is over a limit. */
export function refuseOver(limits: Limits, limit: keyof Limits, value: number): void {
  const allowed = limits[limit];
  if (value <= allowed) return;
  const code = limit === 'cost' ? 'COST_EXCEEDED' : 'LIMIT_EXCEEDED';
  // What is beyond every count is written as such a number, for JSON has no other word.
  const told = Math.min(value, Number.MAX_SAFE_INTEGER);
  const message = `${sentences[limit](String(told), String(allowed))}; ask for less at once.`;
  throw new RequestRefused(code, [{ message, extensions: { code, limit, allowed, value: told } }]);
}
