import type { ReactElement } from 'react';

import { Notice } from '../ask/notice.js';
import { useAsked } from '../ask/use-asked.js';
import { useAskedAgain } from '../ask/use-asked-again.js';
import { Waiting } from '../ask/waiting.js';
import { DeskLink, useDesk } from '../desk.js';
import { useSession } from '../sign-in/session.js';
import { Builder } from './builder.js';
import { type Definitions, askDefinitions } from './definitions.js';
import { exampleQuestions } from './examples.js';
import { asked as askedOf, questionOf } from './question-address.js';
import { askStatistic } from './statistic.js';
import { StatisticAnswer } from './statistic-answer.js';
import { TableHeading, goToTable } from './table-heading.js';

/** The builder of statistics: what to count and how to divide it, and the table that comes of it. */
export function StatisticsView(): ReactElement {
  const { words } = useDesk();
  const definitions = useAsked('definitions', askDefinitions);
  // A city that has only just begun may be too busy for its first question.
  useAskedAgain(
    definitions.state === 'UNREACHABLE' ||
      (definitions.state === 'TOLD' && definitions.told?.measures.length === 0),
    definitions.again,
  );
  return (
    <>
      <h1 tabIndex={-1}>{words.statisticsTitle}</h1>
      <p className="lead">{words.statisticsAbout}</p>
      <Examples />
      <Waiting asked={definitions} />
      {definitions.told &&
        (definitions.told.measures.length > 0 ? (
          <Tool definitions={definitions.told} />
        ) : (
          <SilentDesk answer={definitions.told.answer} onTryAgain={definitions.again} />
        ))}
    </>
  );
}

function Examples(): ReactElement {
  const { words, address } = useDesk();
  return (
    <section className="examples" aria-labelledby="examples-name">
      <h2 id="examples-name">{words.examples}</h2>
      <p className="hint">{words.examplesHint}</p>
      <ul>
        {exampleQuestions.map(({ title, said }) => (
          <li key={said}>
            <DeskLink
              className="button"
              goal={{ view: 'statistics', said: new URLSearchParams(said) }}
              onFollowed={goToTable}
            >
              {title[address.language]}
            </DeskLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface SilentDeskProps {
  readonly answer: Definitions['answer'];
  readonly onTryAgain: () => void;
}

/** Nobody tells what can be counted: the planning desk is silent. */
function SilentDesk({ answer, onTryAgain }: SilentDeskProps): ReactElement {
  const { words } = useDesk();
  return (
    <>
      <Notice answer={answer} />
      <p className="notice">
        {words.noStatistics}{' '}
        <button type="button" onClick={onTryAgain}>
          {words.tryAgain}
        </button>
      </p>
    </>
  );
}

function Tool({ definitions }: { definitions: Definitions }): ReactElement {
  const { words, address } = useDesk();
  const session = useSession();
  const built = questionOf(address.said);
  const { withPlan } = built;
  const question = askedOf(built);
  // Who is signed in decides whether the plan is told, and nothing of the table.
  const key = question && JSON.stringify([question, withPlan && [session?.name]]);
  const asked = useAsked(key, async (signal) =>
    question ? askStatistic({ question, withPlan }, signal) : undefined,
  );
  const refusal = asked.told?.data?.statistics?.refusal?.code;
  useAskedAgain(asked.state === 'TOLD' && refusal === 'NOT_SEALED_YET', asked.again);
  return (
    <div className="columns">
      <Builder definitions={definitions} />
      <section className="answer" aria-labelledby="answer-name">
        <TableHeading />
        {!question && <p className="hint">{words.noMeasure}</p>}
        <Waiting asked={asked} />
        {question && asked.told && (
          <StatisticAnswer
            answer={asked.told}
            isLast={asked.state === 'TOLD'}
            definitions={definitions}
          />
        )}
      </section>
    </div>
  );
}
