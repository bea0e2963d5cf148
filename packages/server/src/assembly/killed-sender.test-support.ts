// Sends messages in a process of its own, until somebody ends it.

import { listChats } from '../views/conversation.ts';
import { TOKEN } from './graph.test-support.ts';
import type { Place } from './reading.ts';
import { VaultHouse } from './vault-house.ts';

const [place, apiUrl, count] = process.argv.slice(2);
const vault = await new VaultHouse(JSON.parse(place ?? '') as Place).write({ make: false });
const workers = await vault.work({ apiUrl: apiUrl ?? '', accessToken: TOKEN, numbers: [], alert: () => undefined });
const chats = await listChats(vault.views);
for (let n = 0; n < Number(count); n++) {
  for (const { id } of chats) {
    const message = { type: 'text', body: `${n}` } as const;
    await workers.send({ actor: 'test', chat: id, message, idempotency: `${id}/${n}` });
  }
}
// Whoever started this ends it.
setInterval(() => undefined, 1_000);
