// A table: what each coordinate of the town asks for and what stands there, written by hand from what the
// town wants, with nothing read from a schema. Letters stand for what a caller may or may not have.
//   S said who it is   B birth dates   G asks for guidance   C guidance with consent, or override
//   R robots   T tokens   X strict secrets   H ghosts   W walls   V silver   L the law   E may erase   N nobody

/** Letters that whoever asks for a type or a field needs, all of them. Whatever is absent is open. */
export const needs: Readonly<Record<string, string>> = {
  Guardian: 'C',
  Vault: 'S',
  Chest: 'S',
  Ghost: 'H',
  'Query.secret': 'S',
  'Query.strictSecret': 'X',
  'Query.vault': 'S',
  'Query.vaults': 'S',
  'Query.chest': 'S',
  'Mutation.erase': 'E',
  'Person.mail': 'S',
  'Person.birth': 'B',
  'Person.note': 'G',
  'Person.nick': 'S',
  'Person.rank': 'S',
  'Person.ranks': 'S',
  'Person.token': 'T',
  'Person.guardian': 'C',
  'Person.pin': 'S',
  'Person.fee': 'B',
  'Person.due': 'SB',
  'Person.letter': 'SC',
  'Person.verdict': 'L',
  'Person.rumour': 'N',
  'Robot.name': 'R',
  'Robot.serial': 'R',
  'Room.wall': 'W',
  'Vault.silver': 'V',
};

/** The argument `rank` is of a protected enum, and `filter` may hold one: who gives them needs the letter. */
export const argumentNeeds: Readonly<Record<string, string>> = {
  'Query.ranked.rank': 'S',
  'Query.ranked.filter': 'S',
};

/** What a field holds where it is not a nullable leaf or a nullable single object. */
export const shapes: Readonly<Record<string, string>> = {
  'Query.people': '[!]!',
  'Query.agents': '[]',
  'Query.strictAgents': '[!]!',
  'Query.findings': '[]',
  'Query.strictSecret': '!',
  'Query.ranked': '[]',
  'Query.tables': '[[]]',
  'Query.vaults': '[!]',
  'Query.safes': '[]',
  'Query.liked': '[]',
  'Person.id': '!',
  'Person.ranks': '[!]',
  'Person.friends': '[!]!',
  'Person.pin': '!',
  'Robot.id': '!',
  'Robot.serial': '!',
  'Ghost.id': '!',
  'Vault.id': '!',
};

/** Kinds of things that an interface or a union stands for. */
export const kinds: Readonly<Record<string, readonly string[]>> = {
  Agent: ['Person', 'Robot', 'Ghost'],
  Safe: ['Chest', 'Box'],
  Finding: ['Person', 'Vault', 'Leaf'],
};
