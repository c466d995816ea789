import { agents, person, vaults, type Plain } from './town-data.js';

const everyPerson = ['a', 'b'].map(person);
const chest: Plain = { __typename: 'Chest', code: 7, color: 'red' };

/** What every root field would answer to who may see everything. */
export const roots: Readonly<Record<string, unknown>> = {
  people: everyPerson,
  person: person('a'),
  agents,
  strictAgents: agents,
  findings: [person('a'), vaults[0], { __typename: 'Leaf', color: 'green' }],
  secret: 'hush',
  strictSecret: 1,
  ranked: [person('a')],
  tables: [[person('a'), person('b')], [person('a')]],
  vault: vaults[0],
  vaults,
  safe: chest,
  safes: [{ __typename: 'Box', code: 8 }, chest],
  chest,
  liked: ['a', 'r', 'g'].map(person),
  rename: person('a'),
  erase: person('a'),
};

const derived: Readonly<Record<string, (of: Plain) => unknown>> = {
  stars: ({ id }) => (id === 'a' ? 3 : 1),
  remark: ({ id }) => `good ${String(id)}`,
  // People of the town are born in a year, which is a number.
  fee: ({ birth }) => (birth as number) + 1,
  due: ({ birth }) => ((birth as number) + 1) * 2,
  letter: ({ mail, guardian }) => `${String(mail)} ${String((guardian as Plain)['phone'])}`,
  verdict: ({ id }) => `verdict ${String(id)}`,
  rumour: () => 'never told',
  friends: ({ friends }) => (friends as string[]).map(person),
  keeper: ({ keeper }) => person(String((keeper as Plain)['id'])),
};

const named: Readonly<Record<string, string>> = { guardian: 'Guardian', room: 'Room' };

/** The whole truth about a field of a thing, with the kind of every thing said. */
export function truthOf(of: Plain, field: string): unknown {
  const value = derived[field]?.(of) ?? of[field];
  const kind = named[field];
  return kind === undefined ? value : { __typename: kind, ...(value as Plain) };
}
