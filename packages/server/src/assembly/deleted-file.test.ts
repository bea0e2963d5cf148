// Who may have the file of what its sender deleted: as with the words, a person needs the right to it, and a program its key.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { maySee, type Viewer } from '../access/may-see.ts';
import type { Role } from '../access/roles.ts';
import { apiPartsOf } from '../cli/serving-api.ts';
import type { Caller } from '../http/api/caller.ts';
import { expectOpen } from '../http/api/withheld.ts';
import { ProblemError } from '../http/problem.ts';
import { testApi } from './api.test-support.ts';
import { deliver, webhookBody } from './live.test-support.ts';

const now = (): Date => new Date();

/** Somebody who is let in, as far as this asks them. */
function callerAs(viewer: Viewer): Caller {
  return {
    actor: 'user:ana',
    scopes: [],
    viewer,
    looked: async () => undefined,
    isLetIn: async () => true,
    expectMay: async (asked) => {
      if (!maySee(viewer, { ...asked, nowMs: Date.now() }).may) throw new ProblemError('role-missing');
    },
  };
}

function person(role: Role): Caller {
  return callerAs({ kind: 'person', id: 'ana', role, team: undefined, hasTextGrant: true, confirmedMs: Date.now() });
}

test('the file of what was deleted is for who may read what was deleted; other files for who may read files', async (t) => {
  const api = await testApi(t);
  const said = { from: '5215512345678', timestamp: String(Math.floor(Date.now() / 1000)), type: 'text' };
  const both = ['wamid.1', 'wamid.2'].map((id) => ({ ...said, id, text: { body: id } }));
  const revoke = { ...said, id: 'wamid.3', type: 'revoke', revoke: { original_message_id: 'wamid.1' } };
  await deliver(api.vault, webhookBody({ messages: [...both, revoke] }));
  await api.vault.settle();
  const chats = (await (await api.get('/api/v1/conversations')).json()) as { items: { id: number }[] };
  const page = await api.get(`/api/v1/conversations/${chats.items[0]?.id}/messages`);
  const { items } = (await page.json()) as { items: { id: number; kind: string }[] };
  const deleted = items.find(({ kind }) => kind === 'deleted')?.id ?? -1;
  const kept = items.find(({ kind }) => kind !== 'deleted')?.id ?? -1;
  const parts = apiPartsOf(api.vault, { allowsPrivateHooks: false }, { now });
  const may = (caller: Caller, id: number): Promise<boolean> =>
    expectOpen(parts, caller, id).then(
      () => true,
      (error: unknown) => !(error instanceof ProblemError),
    );
  assert.equal(await may(person('agent'), deleted), false);
  assert.equal(await may(person('auditor'), deleted), false);
  assert.equal(await may(person('agent'), kept), true);
  assert.equal(await may(person('compliance'), deleted), true);
  assert.equal(await may(callerAs({ kind: 'program', scopes: ['read:media'] }), deleted), true);
});
