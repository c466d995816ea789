import type { ReactElement } from 'react';

import type { StatisticsQuery } from '../../../src/generated/public-graph.js';
import type { Answer } from '../ask/ask-graph.js';
import { Notice } from '../ask/notice.js';
import { useDesk } from '../desk.js';
import { PlanView } from '../plan/plan-view.js';
import { type Definitions, textIn } from './definitions.js';
import { StatisticView } from './statistic-view.js';

interface StatisticAnswerProps {
  readonly answer: Answer<StatisticsQuery>;
  /** False while a later answer is awaited. */
  readonly isLast: boolean;
  readonly definitions: Definitions;
}

/** What came of a question to the planning desk: the table or why there is none, and how the answer came about. */
export function StatisticAnswer({
  answer,
  isLast,
  definitions,
}: StatisticAnswerProps): ReactElement {
  const { words, address } = useDesk();
  const statistic = answer.data?.statistics;
  const refusal = statistic?.refusal;
  return (
    <>
      <Notice answer={answer} />
      {isLast && !statistic && <p>{words.noTable}</p>}
      {refusal && (
        <p role="status" className="notice">
          {textIn(refusal.text, address.language)}
        </p>
      )}
      {statistic && !refusal && <StatisticView statistic={statistic} definitions={definitions} />}
      <PlanView explain={answer.explain} isWanted={address.said.get('plan') === 'on'} />
    </>
  );
}
