/** One step of a plan's way to the objects it works on. */
export type PathSegment = { field: string } | { types: readonly string[] } | 'each';

/** What must be read from an object to represent it to a subgraph. */
export type Required =
  | { kind: 'field'; read: string; write: string; selections?: readonly Required[] }
  | { kind: 'fragment'; type: string; selections: readonly Required[] };

/** A change to a representation before it is sent, or to an answer before it is merged. */
export interface Rewrite {
  path: readonly (string | { types: readonly string[] })[];
  change: { renameTo: string } | { setTo: string };
}

/** Entities asked for under one name of one operation, and the places their answers go to. */
export interface EntityGroup {
  alias: string;
  variable: string;
  paths: readonly (readonly PathSegment[])[];
  requires: readonly Required[];
  inputRewrites: readonly Rewrite[];
  outputRewrites: readonly Rewrite[];
}

/** One operation for one subgraph. */
export interface Operation {
  service: string;
  text: string;
  kind: 'query' | 'mutation' | 'subscription';
  variables: readonly string[];
}

/** The plan of an operation: which subgraph is asked for what, in which order. */
export type PlanStep =
  | { kind: 'root'; operation: Operation; at: readonly PathSegment[]; rewrites: readonly Rewrite[] }
  | { kind: 'entities'; operation: Operation; groups: readonly EntityGroup[] }
  | { kind: 'sequence' | 'parallel'; steps: readonly PlanStep[] }
  | { kind: 'condition'; variable: string; whenTrue?: PlanStep; whenFalse?: PlanStep }
  /** Stands first; what follows is done again for every event. */
  | { kind: 'subscription'; operation: Operation; rewrites: readonly Rewrite[] };

/** Plans operations over one supergraph. What cannot be planned is thrown as RequestRefused NOT_PLANNABLE. */
export interface Planner {
  /** Settles once the supergraph was read; rejects when it cannot be. */
  read(): Promise<void>;
  plan(document: string, operationName: string | undefined): Promise<PlanStep | undefined>;
  /** Gives back at once what only planning needs, unless something waits to be planned; the next document has it again. */
  rest(): void;
  /** Ends what the planner runs, once nothing waits for it; resolves when nothing is left of it. */
  close(): Promise<void>;
}
