import type { ReactElement } from 'react';

/** Fills by series that differ in form and not in colour alone, and the one that stands for a withheld number. */
export function Patterns({ id }: { id: string }): ReactElement {
  return (
    <defs>
      <pattern
        id={`${id}-1`}
        width="7"
        height="7"
        patternUnits="userSpaceOnUse"
        className="pattern"
      >
        <rect width="7" height="7" className="ground-1" />
        <path d="M0 7 7 0" className="stroke-1" />
      </pattern>
      <pattern id={`${id}-2`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" className="ground-2" />
        <circle cx="3" cy="3" r="1.5" className="dot-2" />
      </pattern>
      <pattern id={`${id}-3`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" className="ground-3" />
        <path d="M0 3H6" className="stroke-3" />
      </pattern>
      <pattern id={`${id}-4`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" className="ground-4" />
        <path d="M3 0V6" className="stroke-4" />
      </pattern>
      <pattern id={`${id}-5`} width="8" height="8" patternUnits="userSpaceOnUse">
        <rect width="8" height="8" className="ground-5" />
        <path d="M0 0 8 8M0 8 8 0" className="stroke-5" />
      </pattern>
      <pattern id={`${id}-withheld`} width="7" height="7" patternUnits="userSpaceOnUse">
        <rect width="7" height="7" className="ground-withheld" />
        <path d="M0 7 7 0" className="stroke-withheld" />
      </pattern>
    </defs>
  );
}

/** The fill of a series, in a chart with these patterns. */
export const fillOf = (id: string, series: number): string =>
  series === 0 ? 'var(--leaf)' : `url(#${id}-${series})`;
