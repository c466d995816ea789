import type { Shelf } from '../cache/answer-cache.js';
import { Run } from '../execute/run.js';

/** The run of one event: what of the subgraph that tells it may be older than the event is not used. */
export class EventRun extends Run {
  /** The subgraph that tells the event. */
  source = '';
  /** How far it has told with this event. */
  cursor = '';

  override shelf(service: string): Shelf | undefined {
    return service === this.source ? undefined : super.shelf(service);
  }

  /** What others asked of it before this event and is still under way is not shared. */
  protected override heardOf(service: string): number | string | undefined {
    return service === this.source ? `event ${this.cursor}` : super.heardOf(service);
  }
}
