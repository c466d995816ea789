import { sign } from '@manabi/kit/signature';

import type { Check } from '../check.js';
import { type Fault, outcomeOf, untried } from '../outcome.js';
import { isObject, shortly } from '../reply.js';
import type { Odd, Subject } from '../subject.js';

/** Signatures that no gateway made for a text. */
const unsigned = (subject: Subject, text: string): readonly (readonly [string, Odd])[] => [
  ['without a signature', { signature: null }],
  ['signed with another key', { signature: sign(`${subject.key}x`, text) }],
];

const remedy =
  'Check the signature before anything else, whatever is asked; answer 401. See docs/signature.md.';

/** Writing is refused to everybody but a gateway; nothing is written to find that out. */
const writing: Check = {
  name: 'mutation-unsigned',
  expects: 'A mutation that no gateway signed is refused with 401',
  run: async (subject) => {
    if (!subject.contract) return untried('the SDL could not be read');
    if (!subject.contract.schema.getMutationType()) return untried('nothing can be written');
    const body = JSON.stringify({ query: 'mutation { __typename }' });
    const faults: Fault[] = [];
    for (const [place, odd] of unsigned(subject, body)) {
      const reply = await subject.post(body, odd);
      if (reply.status !== 401) faults.push({ place, found: shortly(reply), remedy });
    }
    return outcomeOf(faults);
  },
};

/** Events are told to nobody but a gateway. */
const events: Check = {
  name: 'subscription-unsigned',
  expects: 'A subscription that no gateway signed is refused with 401, at /subscription',
  run: async (subject) => {
    const body = JSON.stringify({ query: 'subscription { __typename }' });
    const faults: Fault[] = [];
    for (const [place, odd] of unsigned(subject, body)) {
      const reply = await subject.postTo('subscription', body, odd);
      if (reply.status === 404) return untried('no events are offered');
      if (reply.status !== 401) faults.push({ place, found: shortly(reply), remedy });
    }
    return outcomeOf(faults);
  },
};

/** The head of the feed, by which a gateway learns within a second that something changed. */
const head: Check = {
  name: 'feed-head',
  expects: '/feed/head tells a gateway, and nobody else, where the feed stands: {"head": text}',
  run: async (subject) => {
    const first = await subject.get('feed/head');
    if (first.status === 404) return untried('no head of a feed is offered');
    const faults: Fault[] = [];
    if (first.status !== 200 || !isObject(first.json) || typeof first.json['head'] !== 'string') {
      const shape = 'Answer {"head": text}; the text is another after each change.';
      faults.push({ found: shortly(first), remedy: shape });
    }
    for (const [place, odd] of unsigned(subject, 'GET /feed/head')) {
      const reply = await subject.get('feed/head', odd);
      if (reply.status !== 401) faults.push({ place, found: shortly(reply), remedy });
    }
    return outcomeOf(faults);
  },
};

/** What a subgraph answers beside questions: writing, events, and where its feed stands. */
export const otherDoors: readonly Check[] = [writing, events, head];
