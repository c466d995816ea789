import 'reflect-metadata';
import { registerEnumType } from 'type-graphql';

/** What stands in a stretch of a room's time. */
export enum SlotState {
  FREE = 'FREE',
  HELD = 'HELD',
  BOOKED = 'BOOKED',
  CLOSED = 'CLOSED',
}

registerEnumType(SlotState, {
  name: 'SlotState',
  description: 'Whether a slot can be had (空き状況).',
  valuesConfig: {
    FREE: { description: 'Nobody has it (空き).' },
    HELD: { description: 'Somebody holds it; not confirmed yet (仮押さえ).' },
    BOOKED: { description: 'Somebody has it (予約済).' },
    CLOSED: { description: 'The room is not let then (利用不可).' },
  },
});
