import { rowsOf } from '../table.js';
import { nameOf, type Text } from '../text.js';
import { type Sourced, sourced } from './sourced.js';

/** The six services of the hub. */
export const SERVICES = ['library', 'kominkan', 'sports', 'welfare', 'center', 'plan'] as const;

/** Name of one of the six services. */
export type Service = (typeof SERVICES)[number];

/** A department (課・担当) of the city that gives data, and the service through which it enters. */
export interface DepartmentRow extends Sourced {
  code: string;
  name: Text;
  service: Service;
}

/** Promises the six departments that run a service and those whose data enters through one of them. */
export const departments = (): DepartmentRow[] =>
  rowsOf('departments', (line) => ({
    code: line.text('code'),
    name: nameOf(line),
    service: line.oneOf('service', SERVICES),
    ...sourced(line),
  }));
