import type { ReactElement } from 'react';

import { useDesk } from '../desk.js';

const name = 'answer-name';

/** The heading over the table, to which one gets without passing all that stands before it. */
export function TableHeading(): ReactElement {
  const { words } = useDesk();
  return (
    <h2 id={name} tabIndex={-1}>
      {words.result}
    </h2>
  );
}

/** Brings the reader to the table, by eye and by ear. Nothing happens where none is there yet. */
export const goToTable = (): void => document.querySelector<HTMLElement>(`#${name}`)?.focus();
