import { type ReactElement, useEffect, useRef } from 'react';

import { go, hrefOf } from '../address.js';
import { useDesk } from '../desk.js';
import { MeasureCell } from './measure-cell.js';
import { MeasureDetail } from './measure-detail.js';
import { type Measure, type Plan, bySection } from './plan.js';

/** The measures as a grid: a block for each section under its chapter, a cell for each measure. */
export function SectionGrid({ plan }: { plan: Plan }): ReactElement {
  const sections = [...bySection(plan.measures)];
  const chapters = Map.groupBy(sections, ([code]) => code.split('-')[0] ?? '');
  return (
    <div className="plan-grid">
      {[...chapters].map(([chapter, parts]) => (
        <section key={chapter} aria-labelledby={`chapter-${chapter}`}>
          <h2 id={`chapter-${chapter}`}>
            {chapter}. {plan.headings.get(chapter)}
          </h2>
          {parts.map(([section, measures]) => (
            <Section
              key={section}
              name={`${section} ${plan.headings.get(section) ?? ''}`}
              measures={measures}
              plan={plan}
            />
          ))}
        </section>
      ))}
    </div>
  );
}

interface SectionProps {
  readonly name: string;
  readonly measures: readonly Measure[];
  readonly plan: Plan;
}

function Section({ name, measures, plan }: SectionProps): ReactElement {
  const { address } = useDesk();
  const code = address.said.get('open');
  const open = measures.find((measure) => measure.code === code);
  const detail = useRef<HTMLDivElement>(null);
  useEffect(() => detail.current?.focus(), [open?.code]);
  const toggle = (measure: Measure) => {
    const said = new URLSearchParams(address.said);
    if (measure === open) said.delete('open');
    else said.set('open', measure.code);
    go(hrefOf({ view: 'coverage', said }, address.language));
  };
  return (
    <>
      <h3>{name}</h3>
      <ul className="measures">
        {measures.map((measure) => (
          <li key={measure.code}>
            <MeasureCell
              measure={measure}
              isOpen={measure === open}
              onToggle={() => toggle(measure)}
            />
          </li>
        ))}
      </ul>
      {open && (
        <div className="measure-detail" ref={detail} tabIndex={-1}>
          <MeasureDetail measure={open} headings={plan.headings} onClose={() => toggle(open)} />
        </div>
      )}
    </>
  );
}
