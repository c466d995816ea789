import type { ReactElement } from 'react';

import { departmentName } from '../ask/department-names.js';
import { useDesk } from '../desk.js';
import { numberText } from '../table/cell-text.js';
import { shortTime } from './short-time.js';
import { type Explanation, drawnFetches } from './explanation.js';
import { FetchTable } from './fetch-table.js';
import { Timeline } from './timeline.js';

interface PlanViewProps {
  /** As the gateway told it; nothing where it did not. */
  readonly explain: unknown;
  readonly isWanted: boolean;
}

/** How an answer came about: who was asked in what order, how long it took and what it cost, drawn and as a table. */
export function PlanView({ explain, isWanted }: PlanViewProps): ReactElement | undefined {
  const { words } = useDesk();
  if (!isWanted || !explain) return undefined;
  // The gateway's own account; docs/observability.md says what it holds.
  const explanation = explain as Explanation;
  const drawn = drawnFetches(explanation);
  return (
    <section className="plan" aria-labelledby="plan-name">
      <h2 id="plan-name">{words.planTitle}</h2>
      <PlanSummary explanation={explanation} />
      {drawn.length === 0 ? (
        <p>{words.planNothing}</p>
      ) : (
        <>
          <Timeline drawn={drawn} kept={explanation.kept} total={explanation.milliseconds} />
          <FetchTable drawn={drawn} kept={explanation.kept} />
        </>
      )}
    </section>
  );
}

function PlanSummary({ explanation }: { explanation: Explanation }): ReactElement {
  const { words, address } = useDesk();
  const { fetches, planning, kept, cost, milliseconds } = explanation;
  const departments = new Set(fetches.map(({ department }) => department));
  const used = kept.filter(({ hits }) => hits > 0);
  return (
    <>
      <p>
        {words.planSummary(fetches.length, departments.size, shortTime(milliseconds))}{' '}
        {words.planCost(
          cost === null ? '–' : numberText(cost),
          shortTime(planning.milliseconds),
          planning.wasKnown,
        )}
      </p>
      {used.length > 0 && (
        <ul>
          {used.map(({ department, hits, misses }) => (
            <li key={department}>
              {words.keptAnswers(departmentName(department, address.language), hits, misses)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
