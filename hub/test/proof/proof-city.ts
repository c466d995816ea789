import { afterAll, beforeAll } from 'vitest';

import { type Gathered, gather } from '../gather.js';
import { type TestCity, openTestCity } from '../open-test-city.js';

/** A city of the sample for the proofs of one test file, and copies of its tables as they were before any of them. */
export interface ProofCity {
  readonly city: TestCity;
  readonly gathered: Gathered;
}

/** Opens a city before the tests of a file and closes it after them; within tests it may be read. */
export function proofCity(): ProofCity {
  let city: TestCity;
  let gathered: Gathered;
  beforeAll(async () => {
    city = await openTestCity();
    gathered = await gather(city);
  });
  afterAll(async () => {
    await gathered.close();
    await city.stop();
  });
  return {
    get city() {
      return city;
    },
    get gathered() {
      return gathered;
    },
  };
}
