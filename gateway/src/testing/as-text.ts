import { TextAnswer } from '../transport/text-answer.js';
import type { Transport } from '../transport/transport.js';

/**
 * A way on which answers come as text, as they do over HTTP. One question in four is answered with objects all the
 * same, so that runs meet both; which one its text decides.
 */
export function asText(way: Transport): Transport {
  return {
    ...way,
    async send(request) {
      const answer = await way.send(request);
      const { reader } = request.operation;
      if (!reader || request.body.length % 4 === 0) return answer;
      return TextAnswer.of(JSON.stringify(answer), reader) ?? answer;
    },
  };
}
