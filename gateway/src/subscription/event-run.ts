import type { Shelf } from '../cache/answer-cache.js';
import { Run } from '../execute/run.js';

/** The run of one event: what is kept of the subgraph that tells it may be older than the event, and is not used. */
export class EventRun extends Run {
  /** The subgraph that tells the event. */
  source = '';

  override shelf(service: string): Shelf | undefined {
    return service === this.source ? undefined : super.shelf(service);
  }
}
