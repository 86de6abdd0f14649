import { runAsWorker } from 'synckit';

import { sendRequest } from './sendRequest.ts';

runAsWorker(sendRequest);
