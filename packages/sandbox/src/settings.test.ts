import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SandboxError } from './sandbox-error.ts';
import { readSettings } from './settings.ts';

test('without a word everything has its default', () => {
  const { sandbox, people, perSecond, languages } = readSettings([], {});
  assert.deepEqual(
    [sandbox.port, sandbox.host, people, perSecond, languages],
    [7071, '127.0.0.1', 6, 0, ['es', 'zh', 'en']],
  );
  assert.equal(sandbox.habits?.duplicate, 0);
  assert.equal(sandbox.webhookUrl, 'http://127.0.0.1:7070/webhooks/whatsapp');
});

test('the command line is read, in either spelling, and the environment where secrets are', () => {
  const args = ['--people', '500', '--rate=50/s', '--seed', '7', '--languages', 'zh,es', '--habits', 'plain'];
  const { sandbox, people, perSecond, languages } = readSettings(args, {
    SANDBOX_PORT: '8000',
    WHATSAPP_APP_SECRET: 'new, old',
  });
  assert.deepEqual([people, perSecond, languages, sandbox.seed], [500, 50, ['zh', 'es'], 7]);
  assert.deepEqual([sandbox.port, sandbox.appSecret, sandbox.habits?.duplicate], [8000, 'new', 0]);
  const busy = readSettings(['--rate', '120/min', '--with-parent'], {});
  assert.deepEqual([busy.perSecond, busy.withParent, busy.sandbox.habits?.duplicate === 0], [2, true, false]);
});

test('what is not understood is refused by its name', () => {
  for (const args of [
    ['--speed', '1'],
    ['50'],
    ['--rate', 'fast'],
    ['--people'],
    ['--habits', 'toString'],
    ['--port', '70000'],
    ['--languages', 'fr'],
    ['--webhook', 'file:///a'],
  ])
    assert.throws(
      () => readSettings(args, {}),
      (error) => error instanceof SandboxError && error.code === 'bad-request',
      args.join(' '),
    );
});
