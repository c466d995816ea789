import { sign } from '@manabi/kit/signature';

import type { Check } from '../check.js';
import { outcomeOf } from '../outcome.js';
import { type Reply, shortly } from '../reply.js';
import type { Subject } from '../subject.js';

const body = JSON.stringify({ query: '{ __typename }' });
const spec = 'See docs/signature.md, which holds test vectors.';

/** A request that must be refused, and what it shows when it is not. */
const refused = (
  [name, expects]: readonly [name: string, expects: string],
  remedy: string,
  send: (subject: Subject) => Promise<Reply>,
): Check => ({
  name: `signature-${name}`,
  expects,
  run: async (subject) => {
    const reply = await send(subject);
    if (reply.status === 401) return outcomeOf([]);
    const isAnswered = reply.status === 200 && reply.text.includes('"data"');
    const found = isAnswered
      ? 'it was answered like any other'
      : `${shortly(reply)}; 401 is expected`;
    return outcomeOf([{ found, remedy: `${remedy} ${spec}` }]);
  },
});

const signed = (subject: Subject, seconds: number): string =>
  sign(subject.key, body, { now: new Date(Date.now() + seconds * 1000) });

const accepted: Check = {
  name: 'signature-accepted',
  expects: 'Two equal requests, each signed anew, are both answered',
  run: async (subject) => {
    const replies = [await subject.post(body), await subject.post(body)];
    const bad = replies.find(({ status }) => status !== 200);
    if (!bad) return outcomeOf([]);
    const remedy = `Check the key, the clock and what is signed: the exact bytes of the body. ${spec}`;
    return outcomeOf([{ found: shortly(bad), remedy }]);
  },
};

const bytes: Check = {
  name: 'signature-bytes',
  expects: 'A body with Japanese in it, signed as it is sent, is answered',
  run: async (subject) => {
    const japanese = JSON.stringify({
      query: 'query Asked($word: Boolean!) { __typename @include(if: $word) }',
      variables: { word: true },
      extensions: { note: '絵本と図書館、𠮟る' },
    });
    const reply = await subject.post(japanese);
    if (reply.status === 200 && reply.text.includes('"data"')) return outcomeOf([]);
    const remedy = `Sign the bytes of the body as they came (UTF-8), before they are read as a text. ${spec}`;
    return outcomeOf([{ found: shortly(reply), remedy }]);
  },
};

/** A subgraph answers only what a gateway of the city has signed. */
export const signatures: readonly Check[] = [
  accepted,
  bytes,
  refused(
    ['missing', 'A request without a signature is refused with 401'],
    'Answer 401 unless the header hub-signature is there and right.',
    (subject) => subject.post(body, { signature: null }),
  ),
  refused(
    ['malformed', 'A signature of another form is refused with 401'],
    'Take only t=<seconds>,n=<nonce>,v1=<hex>.',
    (subject) => subject.post(body, { signature: 'v1=0' }),
  ),
  refused(
    ['other-key', 'A signature made with another key is refused with 401'],
    'Compare the whole HMAC, in constant time.',
    (subject) => subject.post(body, { signature: sign(`${subject.key}x`, body) }),
  ),
  refused(
    ['altered', 'A body that was changed after it was signed is refused with 401'],
    'Make the HMAC over the exact bytes that came.',
    (subject) =>
      subject.post(body.replace('__typename', 'a: __typename'), { signature: signed(subject, 0) }),
  ),
  refused(
    ['old', 'A signature of two minutes ago is refused with 401'],
    'Refuse when t is more than 60 seconds from your clock.',
    (subject) => subject.post(body, { signature: signed(subject, -120) }),
  ),
  refused(
    ['early', 'A signature of two minutes from now is refused with 401'],
    'Refuse when t is more than 60 seconds from your clock, also ahead of it.',
    (subject) => subject.post(body, { signature: signed(subject, 120) }),
  ),
  refused(
    ['replayed', 'A signature that was accepted is refused with 401 when it comes again'],
    'Remember accepted signatures until they are old.',
    async (subject) => {
      const signature = signed(subject, 0);
      await subject.post(body, { signature });
      return subject.post(body, { signature });
    },
  ),
];
