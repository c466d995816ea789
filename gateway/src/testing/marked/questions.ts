import { nobody } from './marked-subgraphs.js';

/** One question of one caller, and what is wrong with an answer to it. */
export interface Question {
  document: string;
  operationName?: string;
  variables?: Record<string, unknown>;
  /** What in the answer is not as it must be for who asked; undefined when nothing is. */
  fault(data: Answered, own: string): string | undefined;
}

/** An answer's data, into which questions look freely. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Answered = any;

const mixed = `query Mixed($ids: [ID!]!) {
  myMark gossip
  boards(ids: $ids) { id title gossip gossip2 label myMark myOffer notes { text myMark } }
}`;
const swapped = `query Mixed($ids: [ID!]!) {
  gossip: myMark myMark: gossip
  boards(ids: $ids) { id title: myMark gossip: myOffer gossip2 myMark: gossip notes { text: myMark } }
}`;
const open = `query Open($ids: [ID!]!) { boards(ids: $ids) { id label shop { name } notes { text } gossip2 } }`;
const echo = `query Echo($left: String, $right: String) { echo(left: $left, right: $right) }`;
const priced = `query Priced($unit: String) { boards(ids: ["b1", "b2", "b3"]) { id price(unit: $unit) } }`;
const shaky = `query Shaky($key: String!) { shaky(key: $key) gossip myMark }`;
const both = `query Mine { mark: myMark mySecret } query Ours { mark: gossip echo(left: "Mine") }`;
const moment = `{ board(id: "b1") { moment } }`;

/** Every document that is asked, so that each can also be asked by its name. */
export const documents = [mixed, swapped, open, echo, priced, shaky, both, moment];

/** Texts that would be mistaken for the end of a value, or for another value, by keys that are glued together. */
const tricks = [
  '',
  'a',
  'a","right":"b',
  '"}}',
  '\\',
  '\\"',
  '\u0000',
  'null',
  '}],"unit":"x',
  '"},{"__typename":"Board","id":"b2"',
  ':1:a',
  '__proto__',
  '\u{1F511}',
  '\ud800',
];

const ids = [['b1', 'b2'], ['b2', 'b1', 'b3'], ['b5', 'b4'], ['b1'], ['none', 'b2', 'b2']];

/** The question with some number; the same numbers ask the same of everybody. */
export function question(number: number, own: string): Question {
  const chosen = pick(ids, number / 8);
  const left = pick([...tricks, own], number / 8);
  const right = pick(tricks, number / 56);
  const key = `${right}${Math.floor(number / 800)}`;
  const kinds: readonly (() => Question)[] = [
    () => ({ document: mixed, variables: { ids: chosen }, fault: faultInMixed }),
    () => ({ document: swapped, variables: { ids: chosen }, fault: faultInSwapped }),
    () => ({ document: open, variables: { ids: chosen }, fault: faultInOpen(chosen) }),
    () => ({ document: echo, variables: { left, right }, fault: faultInEcho(left, right) }),
    () => ({ document: priced, variables: { unit: right }, fault: faultInPrices(right) }),
    () => ({ document: shaky, variables: { key }, fault: faultInShaky(key) }),
    () => pick([mine, ours], number / 8),
    () => ({ document: moment, fault: ({ board }) => not(board.moment > 0, 'no moment') }),
  ];
  return pick(kinds, number)();
}

function pick<Item>(items: readonly Item[], by: number): Item {
  // The remainder is a position in the list.
  return items[Math.floor(by) % items.length] as Item;
}

const not = (isRight: boolean, fault: string): string | undefined => (isRight ? undefined : fault);

/** A public field that is asked together with private ones tells who asks of who asks, and of nobody else. */
const isForOwn = (said: unknown, own: string): boolean => said === own || said === nobody;

function faultInMixed(data: Answered, own: string): string | undefined {
  if (data.myMark !== own || !isForOwn(data.gossip, own)) return 'mixed roots';
  for (const board of data.boards) {
    if (!board) continue;
    const { id, gossip, gossip2, myMark, myOffer, notes } = board;
    const isTraded = id !== 'b5';
    const isRight =
      isForOwn(gossip, own) &&
      myMark === own &&
      (isTraded ? isForOwn(gossip2, own) : gossip2 === null) &&
      myOffer === (isTraded ? own : null) &&
      notes.every((note: Answered) => note.myMark === own);
    if (!isRight) return `mixed board ${id}`;
  }
  return undefined;
}

function faultInSwapped(data: Answered, own: string): string | undefined {
  if (data.gossip !== own || !isForOwn(data.myMark, own)) return 'swapped roots';
  for (const board of data.boards) {
    if (!board) continue;
    const { id, title, gossip, myMark, notes } = board;
    const isRight =
      title === own &&
      gossip === (id === 'b5' ? null : own) &&
      isForOwn(myMark, own) &&
      notes.every((note: Answered) => note.text === own);
    if (!isRight) return `swapped board ${id}`;
  }
  return undefined;
}

/** Everything in it is public, so it tells of nobody. */
function faultInOpen(asked: readonly string[]): Question['fault'] {
  return ({ boards }) => {
    const isRight = boards.every((board: Answered, index: number) => {
      const id = asked[index];
      if (!board) return id === 'none';
      if (board.id !== id || board.notes[1].text !== `${id} second`) return false;
      if (id === 'b5') return board.shop === null && board.label === null;
      const isNobodys = board.gossip2 === nobody && board.label.startsWith(`${id}: `);
      return isNobodys && board.shop.name === `Shop of ${id}`;
    });
    return not(isRight && boards.length === asked.length, 'open boards');
  };
}

/** Text comes back as it was, but for halves of characters, which UTF-8 cannot carry. */
const isSame = (said: unknown, sent: string): boolean =>
  said === sent || said === sent.toWellFormed();

function faultInEcho(left: string, right: string): Question['fault'] {
  return ({ echo: said }) => {
    const [saidLeft, saidRight]: unknown[] = JSON.parse(said);
    return not(isSame(saidLeft, left) && isSame(saidRight, right), 'echo of other words');
  };
}

function faultInPrices(unit: string): Question['fault'] {
  return ({ boards }) => {
    const isRight = boards.every(({ id, price }: Answered) =>
      isSame(price, `${id} costs 5 ${unit}`),
    );
    return not(isRight && boards.length === 3, 'prices in another unit');
  };
}

function faultInShaky(key: string): Question['fault'] {
  return ({ shaky: said, myMark, gossip }, own) => {
    const isSaid = said === null || isSame(said, `steady ${key}`);
    return not(isSaid && myMark === own && isForOwn(gossip, own), 'shaky');
  };
}

const mine: Question = {
  document: both,
  operationName: 'Mine',
  fault: ({ mark, mySecret }, own) =>
    not(mark === own && mySecret === (own === nobody ? null : own), 'mine'),
};

const ours: Question = {
  document: both,
  operationName: 'Ours',
  fault: ({ mark, echo: said }) => not(mark === nobody && said === '["Mine",null]', 'ours'),
};
