import { registerEnumType } from 'type-graphql';

/** How a desk can be reached. */
export enum DeskChannel {
  COUNTER = 'COUNTER',
  PHONE = 'PHONE',
  ONLINE = 'ONLINE',
}

registerEnumType(DeskChannel, {
  name: 'DeskChannel',
  description: 'How a desk can be reached (相談方法).',
  valuesConfig: {
    COUNTER: { description: 'At the counter (窓口).' },
    PHONE: { description: 'By telephone (電話).' },
    ONLINE: { description: 'Online (オンライン).' },
  },
});
