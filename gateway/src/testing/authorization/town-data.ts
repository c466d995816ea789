/** A thing of the town as it is, all of it. */
export type Plain = Readonly<Record<string, unknown>>;

const people = [
  {
    __typename: 'Person',
    id: 'a',
    name: 'Aki',
    mail: 'aki@example.org',
    birth: 1990,
    note: 'listens',
    nick: 'A',
    rank: 'HIGH',
    ranks: ['HIGH', 'LOW'],
    token: 'ta',
    friends: ['b'],
    guardian: { name: 'Gen', phone: '11' },
    pin: 1,
    room: { seats: 4, keeper: { id: 'b' }, wall: 'white' },
  },
  {
    __typename: 'Person',
    id: 'b',
    name: 'Beni',
    mail: 'beni@example.org',
    birth: 2012,
    note: 'shy',
    nick: 'B',
    rank: 'LOW',
    ranks: ['LOW'],
    token: 'tb',
    friends: ['a'],
    guardian: { name: 'Hana', phone: '22' },
    pin: 2,
    room: { seats: 2, keeper: { id: 'a' }, wall: 'grey' },
  },
];

/** Everybody of the town. */
export const agents: readonly Plain[] = [
  ...people,
  { __typename: 'Robot', id: 'r', name: 'Robo', mail: 'robo@example.org', serial: 9 },
  { __typename: 'Ghost', id: 'g', name: 'Gaku', mail: 'gaku@example.org' },
];

/** The town's vaults. */
export const vaults: readonly Plain[] = [
  { __typename: 'Vault', id: 'v1', gold: 1, silver: 5 },
  { __typename: 'Vault', id: 'v2', gold: 2, silver: 6 },
];

/** A person by id; everybody the tests name exists. */
export function person(id: string): Plain {
  const found = agents.find((agent) => agent['id'] === id);
  if (!found) throw new Error(`Nobody is called ${id}.`);
  return found;
}

/** Resolves a list of ids to people. */
export function personOf(field: string): (source: Plain) => readonly Plain[] {
  // The town keeps lists of ids there.
  return (source) => (source[field] as string[]).map(person);
}
