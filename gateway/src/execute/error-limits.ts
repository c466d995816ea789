/** How many errors are told at most. */
export interface ErrorLimits {
  /** Places that one failure is reported at; the last of them tells how many more there are. */
  readonly placesPerFailure: number;
  /** Errors of one execution: a subgraph may send any number of them. */
  readonly perRun: number;
  /** Errors of one answer; the last tells how many more there are. */
  readonly perAnswer: number;
  /** Errors of one execution that tell which arguments were not accepted; of the others one code is told. */
  readonly withInput: number;
}

/** Enough for somebody who reads them. */
export const usualErrorLimits: ErrorLimits = {
  placesPerFailure: 20,
  perRun: 1000,
  perAnswer: 200,
  withInput: 20,
};

/** For who has to know of every place where something is missing. */
export const everyPlace: ErrorLimits = {
  placesPerFailure: 100_000,
  perRun: 100_000,
  perAnswer: 100_000,
  withInput: 20,
};
