import type { ReactElement } from 'react';

import { departmentName } from '../ask/department-names.js';
import { useDesk } from '../desk.js';
import { numberText } from '../table/cell-text.js';
import { type DrawnFetch, type Explanation, isKept } from './explanation.js';
import { shortTime } from './short-time.js';

interface FetchTableProps {
  readonly drawn: readonly DrawnFetch[];
  readonly kept: Explanation['kept'];
}

/** The fetches in their order: the same as the picture, with what was asked. */
export function FetchTable({ drawn, kept }: FetchTableProps): ReactElement {
  const { words } = useDesk();
  const headings = [
    words.planOrder,
    words.planDepartment,
    words.planStart,
    words.planTime,
    words.planBytes,
    words.planSource,
    words.planOutcome,
    words.planWhat,
  ];
  return (
    <div className="scroll" role="region" tabIndex={0} aria-label={words.planTable}>
      <table>
        <caption>{words.planTable}</caption>
        <thead>
          <tr>
            {headings.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {drawn.map((each, place) => (
            <FetchRow
              // The same fetch may stand in a plan twice.
              key={place}
              drawn={each}
              notMade={isKept(each, kept) ? words.planKept : words.planNotNeeded}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface FetchRowProps {
  readonly drawn: DrawnFetch;
  /** Why it was not made, where it was not. */
  readonly notMade: string;
}

function FetchRow({ drawn, notMade }: FetchRowProps): ReactElement {
  const { words, address } = useDesk();
  const { step, department, document, fetched } = drawn;
  return (
    <tr>
      <td className="number">{step}</td>
      <th scope="row">{departmentName(department, address.language)}</th>
      <td className="number">{fetched && shortTime(fetched.startedAt)}</td>
      <td className="number">{fetched && shortTime(fetched.milliseconds)}</td>
      <td className="number">{fetched && (fetched.bytes > 0 ? numberText(fetched.bytes) : '–')}</td>
      <td>{fetched ? sourceWord(fetched.source, words) : notMade}</td>
      <td>{fetched?.outcome === 'ANSWERED' ? words.outcomeGood : fetched?.outcome}</td>
      <td>
        <details>
          <summary>{words.planWhat}</summary>
          <pre tabIndex={0} aria-label={words.planWhat}>
            <code>{document}</code>
          </pre>
        </details>
      </td>
    </tr>
  );
}

const sourceWord = (source: string, words: ReturnType<typeof useDesk>['words']): string =>
  source === 'shared' ? words.sourceShared : words.sourceAsked;
