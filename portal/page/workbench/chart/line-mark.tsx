import type { ReactElement } from 'react';

/** Forms by series: a line is known by its marks, not by its colour alone. */
const forms = [
  'M0-4A4 4 0 1 1 0 4A4 4 0 1 1 0-4Z',
  'M-4-4H4V4H-4Z',
  'M0-5 5 4H-5Z',
  'M0-5 5 0 0 5-5 0Z',
  'M0 5-5-4H5Z',
  'M-5-2H-2V-5H2V-2H5V2H2V5H-2V2H-5Z',
] as const;

interface LineMarkProps {
  readonly series: number;
  readonly x: number;
  readonly y: number;
}

/** The mark of a series at a point. */
export function LineMark({ series, x, y }: LineMarkProps): ReactElement {
  return (
    <path
      d={forms[series % forms.length]}
      transform={`translate(${x} ${y})`}
      className={`mark-${series}`}
    />
  );
}
