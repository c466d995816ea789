// Starts the vendor's system: PORT (0 takes a free one), GATEWAY_KEY, TOKEN. Prints its address.
import { openDoor } from './door.mjs';

const { PORT = '0', GATEWAY_KEY = '', TOKEN = '' } = process.env;
const server = await openDoor({ port: Number(PORT), key: GATEWAY_KEY, token: TOKEN });
process.stdout.write(`http://127.0.0.1:${server.address().port}\n`);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));
