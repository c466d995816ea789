import { runService } from '@manabi/kit/run';

import { center } from './service.js';

await runService(center);
