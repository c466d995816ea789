import type { City } from './city.js';
import type { DepartmentNames } from './facts.js';

/** What every record is told with: the city, and how its departments are called. */
export interface Telling {
  readonly city: City;
  readonly names: DepartmentNames;
}
