import { Kind, parse } from 'graphql';

import type { Check } from '../check.js';
import { type Fault, type Outcome, outcomeOf, untried } from '../outcome.js';
import { type Answer, isObject, shortly } from '../reply.js';
import type { Representation, Sample } from '../sample.js';
import { fragmentOf } from '../samples.js';
import type { EntityType } from '../contract.js';
import type { Subject } from '../subject.js';

interface Asked {
  entity: EntityType;
  name: string;
  sample: Sample;
  ask: (representations: readonly object[]) => Promise<Answer>;
}

/** Looks at each type of which keys are known. */
const each =
  (look: (asked: Asked) => Promise<Fault | undefined>) =>
  async (subject: Subject): Promise<Outcome> => {
    const { contract, samples } = subject;
    if (!contract) return untried('the SDL could not be read');
    if (contract.entities.length === 0) return untried('it has no entities');
    const known = contract.entities.flatMap((entity) => {
      const sample = samples.get(entity.name);
      const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ${fragmentOf(entity)} } }`;
      const ask = (asked: readonly object[]): Promise<Answer> => subject.ask(query, { of: asked });
      return sample ? [{ entity, name: entity.name, sample, ask }] : [];
    });
    if (known.length === 0) return untried('no keys are known; give some by --keys FILE');
    const faults: Fault[] = [];
    for (const asked of known) {
      const fault = await look(asked);
      if (fault) faults.push({ place: asked.name, ...fault });
    }
    return outcomeOf(faults);
  };

const order: Check = {
  name: 'entities-order',
  expects: '_entities answers each key, of each kind, at its own place, with its __typename',
  run: each(async ({ entity, sample: { representations }, ask }) => {
    for (const key of entity.keys) {
      const byKey = representations
        .map((one) => onlyKey(one, key))
        .filter((one) => one !== undefined);
      const asked = [...byKey, ...byKey.toReversed()];
      const fault = misplaced(asked, await ask(asked));
      if (fault) return fault;
    }
    return undefined;
  }),
};

const twice: Check = {
  name: 'entities-twice',
  expects: 'A key that is asked twice is answered twice, and no key gives an empty list',
  run: each(async ({ sample: { representations }, ask }) => {
    const asked = [representations[0], representations[0]].filter((one) => one !== undefined);
    const fault = misplaced(asked, await ask(asked));
    if (fault) return fault;
    const none = await ask([]);
    if (Array.isArray(none.data?.['_entities']) && none.data['_entities'].length === 0) return;
    return {
      found: `no keys gave ${shortly(none)}`,
      remedy: 'Answer an empty list with an empty list.',
    };
  }),
};

const unknown: Check = {
  name: 'entities-unknown',
  expects: 'A key that does not exist is null at its place and spoils no other',
  run: each(async ({ sample: { representations, isOwn }, ask }) => {
    const [first] = representations;
    if (!first) return;
    const stranger = strange(first);
    const answer = await ask([first, stranger, first]);
    const [before, between, after] = entitiesIn(answer) ?? [];
    const remedy = 'Answer null at the place of a key that does not exist, and the others as ever.';
    if (!isSame(first, before) || !isSame(first, after)) return { found: shortly(answer), remedy };
    // Who only adds fields to another's entity cannot know which of them exist.
    if (between === null || (!isOwn && isSame(stranger, between))) return;
    return { found: `a key that does not exist gave ${JSON.stringify(between)}`, remedy };
  }),
};

const mixed: Check = {
  name: 'entities-mixed',
  expects: 'Keys of several types in one list are answered each at its own place',
  run: async (subject) => {
    const { contract, samples } = subject;
    if (!contract) return untried('the SDL could not be read');
    const known = contract.entities.filter(({ name }) => samples.has(name));
    if (known.length < 2)
      return untried('keys of two types are not known; give some by --keys FILE');
    const ones = known.flatMap(({ name }) => samples.get(name)?.representations.slice(0, 1) ?? []);
    const asked = [...ones, ...ones.toReversed()];
    // No key stands beside it: two types may write keys of one name in two ways.
    const query = 'query ($of: [_Any!]!) { _entities(representations: $of) { __typename } }';
    const names = asked.map(({ __typename }) => ({ __typename }));
    const fault = misplaced(names, await subject.ask(query, { of: asked }));
    return outcomeOf(fault ? [fault] : []);
  },
};

const thousand: Check = {
  name: 'entities-thousand',
  expects: '1,000 keys at once are answered within 10 seconds, each at its place',
  run: each(async ({ sample: { representations }, ask }) => {
    const asked = Array.from(
      { length: 1000 },
      (_, index) => representations[index % representations.length] ?? {},
    );
    const answer = await ask(asked);
    const fault = misplaced(asked, answer);
    if (fault) return fault;
    if (answer.took <= 10_000) return;
    return {
      found: `it took ${Math.round(answer.took)} ms`,
      remedy: 'Load all keys by one statement.',
    };
  }),
};

const odd: Check = {
  name: 'entities-odd',
  expects:
    'A representation of an unknown type, or without its key, is an error or null, and never a failure of all',
  run: async (subject) => {
    const { contract } = subject;
    const [entity] = contract?.entities ?? [];
    if (!entity) return untried('it has no entities');
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ${fragmentOf(entity)} } }`;
    const faults: Fault[] = [];
    for (const representation of [
      { __typename: 'HubConformNothing', id: '1' },
      { __typename: entity.name },
    ]) {
      const answer = await subject.ask(query, { of: [representation] });
      const entities = entitiesIn(answer);
      const isRefused = answer.errors.length > 0 && answer.status < 500;
      if (isRefused || entities?.[0] === null) continue;
      const remedy = 'Answer it with "errors", or null at its place.';
      faults.push({ place: JSON.stringify(representation), found: shortly(answer), remedy });
    }
    return outcomeOf(faults);
  },
};

/** How entities are found by their keys. */
export const entities: readonly Check[] = [order, twice, mixed, unknown, thousand, odd];

/** A representation by one key alone, as a gateway sends it; undefined when it lacks that key. */
function onlyKey(representation: Representation, key: string): Representation | undefined {
  const [query] = parse(`{ ${key} }`).definitions;
  const selections = query?.kind === Kind.OPERATION_DEFINITION ? query.selectionSet.selections : [];
  const names = selections.flatMap((node) => (node.kind === Kind.FIELD ? [node.name.value] : []));
  if (names.some((name) => representation[name] === undefined)) return undefined;
  return Object.fromEntries(['__typename', ...names].map((name) => [name, representation[name]]));
}

function entitiesIn({ data }: Answer): unknown[] | undefined {
  const list = data?.['_entities'];
  return Array.isArray(list) ? list : undefined;
}

/** The first key that is not answered at its place. */
function misplaced(asked: readonly Representation[], answer: Answer): Fault | undefined {
  const list = entitiesIn(answer);
  const remedy =
    'Answer one entity or null for each representation, in their order, with __typename and the keys as they were asked.';
  if (!list) return { found: shortly(answer), remedy };
  if (list.length !== asked.length) {
    return { found: `${asked.length} keys gave ${list.length} entities`, remedy };
  }
  const place = asked.findIndex((one, index) => !isSame(one, list[index]));
  if (place < 0) return undefined;
  const found = `key ${place + 1} of ${asked.length}, ${JSON.stringify(asked[place])}, gave ${JSON.stringify(list[place])}`;
  return { found, remedy };
}

function isSame(asked: Representation, given: unknown): boolean {
  if (!isObject(given)) return false;
  return Object.entries(asked).every(([key, value]) => isEqual(value, given[key]));
}

/** Equal as far as what was asked goes; of objects the order of keys does not matter. */
function isEqual(asked: unknown, given: unknown): boolean {
  if (isObject(asked)) return isSame(asked, given);
  if (Array.isArray(asked)) {
    return Array.isArray(given) && asked.every((item, index) => isEqual(item, given[index]));
  }
  // An ID may come as a number and go as a text.
  return String(asked) === String(given);
}

/** A key of the same form that nothing has. */
function strange(representation: Representation): Representation {
  return Object.fromEntries(
    Object.entries(representation).map(([key, value]) => [
      key,
      key === '__typename' ? value : strangeValue(value),
    ]),
  );
}

function strangeValue(value: unknown): unknown {
  if (typeof value === 'number') return 2_147_483_000;
  if (typeof value === 'string') return `hub-conform-${value.length}-nothing`;
  return isObject(value) ? strange(value) : value;
}
