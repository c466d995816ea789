import type { Asked, Question } from './oracle.js';

// A table of questions: every protected place, reached in every way that GraphQL has.

const f = (field: string, of?: readonly Asked[]): Asked => (of ? { field, of } : { field });
const fields = (names: string): Asked[] => names.split(' ').map((field) => ({ field }));
const as = (alias: string, field: string, of?: readonly Asked[]): Asked =>
  of ? { field, as: alias, of } : { field, as: alias };
const on = (kind: string, of: readonly Asked[]): Asked => ({ on: kind, of });
const named = (name: string, kind: string, of: readonly Asked[]): Asked => ({
  on: kind,
  named: name,
  of,
});
const person = (of: readonly Asked[]): Asked => ({ field: 'person', given: { id: '"a"' }, of });
const query = (...ask: Asked[]): Question => ({ ask });

/** Questions by what they try. */
export const townQuestions: Readonly<Record<string, Question>> = {
  'fields of one person': query(person(fields('id name mail birth note'))),
  'everything of one person': query(
    person([
      ...fields('id name mail birth note nick rank ranks token fee due letter verdict rumour'),
      ...fields('pin stars remark'),
      f('guardian', fields('name phone')),
      f('room', fields('seats wall')),
    ]),
  ),
  'protected fields alone': query(person(fields('birth note'))),
  'a protected root field': query(f('secret')),
  'a protected root field beside an open one': query(f('secret'), f('people', fields('id'))),
  'a protected root field that may not be null': query(
    f('strictSecret'),
    f('people', fields('id')),
  ),
  'a field that may not be null in a person that may': query(person(fields('name pin'))),
  'a field that may not be null in a list that may not hold null': query(
    f('people', fields('name pin')),
  ),
  'a field that may not be null, deep below': query(
    person([f('name'), f('room', [f('seats'), f('keeper', fields('pin'))])]),
  ),
  'friends of friends': query(
    f('people', [f('friends', [f('name'), f('mail'), f('friends', fields('birth'))])]),
  ),
  'a friend without what it needs': query(f('people', [f('name'), f('friends', fields('pin'))])),
  'lists of lists': query(f('tables', fields('name birth'))),
  'lists of lists emptied': query(f('tables', fields('name pin'))),
  'an alias': query(person([as('year', 'birth'), as('name', 'mail'), as('id', 'note')])),
  'one field under three names': query(
    person([as('x', 'birth'), as('y', 'birth'), as('z', 'name')]),
  ),
  'an alias like a key': query(person([as('__proto__x', 'mail'), as('id', 'token')])),
  'an inline fragment': query(person([on('Person', fields('mail name'))])),
  'an inline fragment of the interface': query(person([on('Agent', fields('mail name'))])),
  'nested fragments': query(
    person([
      on('Agent', [on('Person', [on('Agent', [f('mail'), on('Person', fields('birth'))])])]),
    ]),
  ),
  'a named fragment': query(person([named('Open', 'Person', fields('name birth'))])),
  'a named fragment of the interface, twice': query(
    person([named('Both', 'Agent', fields('name mail'))]),
    f('agents', [named('Both', 'Agent', fields('name mail'))]),
  ),
  'one key asked twice': query(
    person([f('guardian', fields('name')), f('guardian', fields('phone'))]),
  ),
  'agents through the interface': query(f('agents', fields('id name mail'))),
  'agents by kind': query(
    f('agents', [
      f('__typename'),
      on('Person', fields('birth')),
      on('Robot', fields('name')),
      on('Ghost', fields('mail')),
    ]),
  ),
  'agents by kind, one key for different fields': query(
    f('agents', [
      on('Person', [as('x', 'mail')]),
      on('Robot', [as('x', 'name')]),
      on('Ghost', [as('x', 'mail')]),
    ]),
  ),
  'what agents are': query(f('agents', fields('__typename'))),
  'what strict agents are': query(f('strictAgents', fields('__typename'))),
  'strict agents': query(f('strictAgents', fields('id mail'))),
  'strict robots': query(f('agents', [on('Robot', fields('id serial'))])),
  'strict robots in a strict list': query(f('strictAgents', [on('Robot', fields('serial'))])),
  'a ghost alone': query(f('agents', [on('Ghost', fields('id name'))])),
  'findings of a union': query(
    f('findings', [
      f('__typename'),
      on('Person', fields('mail name')),
      on('Vault', fields('gold')),
      on('Leaf', fields('color')),
    ]),
  ),
  'findings of what is protected alone': query(
    f('findings', [on('Vault', fields('id gold silver'))]),
  ),
  'what findings are': query(f('findings', fields('__typename'))),
  'findings through the interface': query(f('findings', [on('Agent', fields('mail name'))])),
  'a protected type': query(f('vault', fields('id gold'))),
  'a protected type with a field that needs more': query(f('vault', fields('gold silver'))),
  'a list of a protected type': query(f('vaults', fields('id silver'))),
  'the name of a protected type': query(
    f('vault', fields('__typename')),
    f('chest', fields('__typename')),
  ),
  'a protected type behind an interface': query(f('safe', fields('code'))),
  'protected and open types behind an interface': query(
    f('safes', [f('code'), f('__typename'), on('Chest', fields('color'))]),
  ),
  'a protected type by itself': query(f('chest', fields('code color'))),
  'a protected enum': query(person(fields('rank'))),
  'a list of a protected enum': query(f('people', fields('ranks name'))),
  'a protected scalar': query(f('people', fields('token'))),
  'a protected enum as an argument': query({
    field: 'ranked',
    given: { rank: 'HIGH' },
    of: fields('name'),
  }),
  'a protected enum inside an input': query({
    field: 'ranked',
    given: { filter: '{ text: "x" }' },
    of: fields('name'),
  }),
  'an argument that is not protected': query({
    field: 'ranked',
    given: { text: '"x"' },
    of: fields('name mail'),
  }),
  'a policy of purpose and basis': query(person([f('guardian', fields('name phone'))])),
  'a policy of a basis': query(f('people', fields('verdict'))),
  'a policy nobody decides': query(f('people', fields('rumour name'))),
  'a field that requires a protected one': query(f('people', fields('name fee'))),
  'a chain of requirements': query(f('people', fields('due'))),
  'a chain of requirements under an alias': query(person([as('name', 'due'), as('mail', 'name')])),
  'a field that requires a protected object': query(f('people', fields('letter'))),
  'fields of an interface object': query(f('liked', fields('stars remark'))),
  'fields of an interface object and of the kinds': query(
    f('liked', [
      f('stars'),
      f('name'),
      on('Person', fields('birth')),
      on('Robot', fields('serial')),
    ]),
  ),
  'what is liked': query(f('liked', fields('__typename'))),
  'an interface object from the kinds': query(f('agents', [f('id'), f('stars')])),
  'an interface object below a ghost': query(f('agents', [on('Ghost', fields('stars'))])),
  'a shared field that one department protects': query(f('people', fields('nick'))),
  'a room and who keeps it': query(
    person([f('room', [f('seats'), f('wall'), f('keeper', fields('name mail note'))])]),
  ),
  'a change that is open': {
    kind: 'mutation',
    ask: [{ field: 'rename', given: { id: '"a"' }, of: fields('name mail') }],
  },
  'a change that is protected': {
    kind: 'mutation',
    ask: [{ field: 'erase', given: { id: '"a"' }, of: fields('name') }],
  },
  'two changes': {
    kind: 'mutation',
    ask: [
      { field: 'erase', given: { id: '"a"' }, of: fields('name pin') },
      { field: 'rename', given: { id: '"a"' }, of: fields('name pin') },
    ],
  },
};
