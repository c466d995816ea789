import type { ReactElement } from 'react';

import { useDesk } from '../desk.js';
import type { Words } from '../language/words.js';
import { type Measure, type MeasureState, stateOf } from './plan.js';

const order = ['FACTS', 'SAMPLES', 'NOTHING', 'UNKNOWN'] as const;

/** The word for a state. */
export const stateWord = (state: MeasureState, words: Words): string =>
  ({
    FACTS: words.stateFacts,
    SAMPLES: words.stateSamples,
    NOTHING: words.stateNothing,
    UNKNOWN: words.stateUnknown,
  })[state];

/** The sign for a state: a form that differs, so that nobody needs to tell colours apart. */
function StateSign({ state }: { state: MeasureState }): ReactElement {
  return (
    <svg className={`sign ${state.toLowerCase()}`} viewBox="0 0 16 16" aria-hidden="true">
      <rect x="1" y="1" width="14" height="14" rx="2" />
      {state === 'FACTS' && <path d="M4 8.5 7 11.5 12 5" />}
      {state === 'SAMPLES' && <path d="M1 9 9 1M1 15 15 1M7 15 15 7" />}
      {state === 'UNKNOWN' && <path d="M6 6a2 2 0 1 1 2.6 2C8 8.3 8 9 8 9.4M8 12v.6" />}
    </svg>
  );
}

/** What the signs mean, and how many measures each stands for. */
export function StateLegend({ measures }: { measures: readonly Measure[] }): ReactElement {
  const { words } = useDesk();
  const meanings: Readonly<Record<MeasureState, string>> = {
    FACTS: words.stateFactsMeans,
    SAMPLES: words.stateSamplesMeans,
    NOTHING: words.stateNothingMeans,
    UNKNOWN: words.stateUnknownMeans,
  };
  const states = Map.groupBy(measures, stateOf);
  return (
    <ul className="state-legend" aria-label={words.legend}>
      {order.map((state) => (
        <li key={state}>
          <StateSign state={state} />
          <span>
            <b>
              {stateWord(state, words)} {words.measures(states.get(state)?.length ?? 0)}
            </b>
            <small>{meanings[state]}</small>
          </span>
        </li>
      ))}
    </ul>
  );
}

interface MeasureCellProps {
  readonly measure: Measure;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** One measure: its number, its sign, and the word of its state. Opens what stands behind it. */
export function MeasureCell({ measure, isOpen, onToggle }: MeasureCellProps): ReactElement {
  const { words } = useDesk();
  const state = stateOf(measure);
  const word = stateWord(state, words);
  const title = measure.title?.ja ?? '';
  return (
    <button
      type="button"
      className={`measure ${state.toLowerCase()}`}
      aria-expanded={isOpen}
      title={title}
      onClick={onToggle}
    >
      <StateSign state={state} />
      <span className="code">{measure.code}</span>
      <span className="unseen"> {title} </span>
      <span className="word">{word}</span>
    </button>
  );
}
