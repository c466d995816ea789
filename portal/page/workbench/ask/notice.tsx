import type { ReactElement } from 'react';

import { useDesk } from '../desk.js';
import { sayMoment } from '../language/moment.js';
import type { Answer, Refusal } from './ask-graph.js';
import { departmentName } from './department-names.js';

/** Refusals told at most; a long list is mostly the same thing at many places. */
const told = 5;

type NoticeProps = { readonly answer: Pick<Answer<unknown>, 'errors' | 'silent'> };

/** Says honestly what an answer does not hold, and what could be done. Nothing where it is whole. */
export function Notice({ answer: { errors, silent } }: NoticeProps): ReactElement {
  const { words, address } = useDesk();
  const names = silent.map(({ name }) => departmentName(name, address.language));
  const sentences = [...new Set(errors.map((error) => sentenceOf(error, words)))];
  const last = silent.flatMap(({ name, lastGoodAt }) =>
    lastGoodAt
      ? [words.lastGood(departmentName(name, address.language), sayMoment(lastGoodAt))]
      : [],
  );
  return (
    <div role="status" className="notices">
      {names.length > 0 && (
        <p className="notice">
          {words.silentDepartments(names.join(address.language === 'ja' ? '・' : ', '))}{' '}
          {last.join(' ')}
        </p>
      )}
      {silent.length === 0 && sentences.length > 0 && (
        <div className="notice">
          <p>{words.refusal}</p>
          <ul>
            {sentences.slice(0, told).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function sentenceOf(
  { message, extensions }: Refusal,
  words: ReturnType<typeof useDesk>['words'],
): string {
  switch (extensions?.code) {
    case 'DOCUMENT_NOT_TRUSTED':
      return words.notTrusted;
    case 'UNAUTHENTICATED':
      return words.forbidden;
    case 'FORBIDDEN':
      return message.includes('graph.explain') ? words.explainForbidden : words.forbidden;
    default:
      return message;
  }
}
