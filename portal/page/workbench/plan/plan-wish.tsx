import type { ReactElement } from 'react';

import { useDesk } from '../desk.js';

interface PlanWishProps {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** Whether the answer is to say how it came about. */
export function PlanWish({ isOn, onChange }: PlanWishProps): ReactElement {
  const { words } = useDesk();
  return (
    <label className="box">
      <input type="checkbox" checked={isOn} onChange={(event) => onChange(event.target.checked)} />
      {words.withPlan}
    </label>
  );
}
