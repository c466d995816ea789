import type { ReactElement } from 'react';

import { useDesk } from '../desk.js';
import type { Asked } from './use-asked.js';

/** Says that an answer is awaited, or that nobody answered and how to ask again. */
export function Waiting({ asked }: { asked: Asked<unknown> }): ReactElement {
  const { words } = useDesk();
  return (
    <div role="status" className="waiting" aria-busy={asked.state === 'ASKING'}>
      {asked.state === 'ASKING' && <p>{words.waiting}</p>}
      {asked.state === 'UNREACHABLE' && (
        <p className="notice">
          {words.unreachable}{' '}
          <button type="button" onClick={asked.again}>
            {words.tryAgain}
          </button>
        </p>
      )}
    </div>
  );
}
