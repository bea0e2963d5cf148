// Every operation of the interface, asked by every role and by nobody: whoever may not is refused with the rule that says so, and the
// refusal is on record. The same table stands in docs/roles.md.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { CONFIRMED_MS, maySee, type Viewer } from '../access/may-see.ts';
import { CONFIRMED, ROLES, type Role } from '../access/roles.ts';
import type { ApiScope } from '../access/scopes.ts';
import { Browser } from './browser.test-support.ts';
import { type Member, type PeopleServer, peopleServer } from './people.test-support.ts';

const TABLE = fileURLToPath(new URL('../../../../docs/roles.md', import.meta.url));
const REWRITE = 'ACTA_WRITE_ROLES=1 node --test packages/server/src/assembly/roles.test.ts';

interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly scope: ApiScope;
}

/** A column of the table. */
interface Seat {
  readonly name: string;
  readonly role: Role;
  readonly hasTextGrant: boolean;
}

const SEATS: readonly Seat[] = ROLES.flatMap((role): Seat[] =>
  role === 'auditor'
    ? [
        { name: 'auditor', role, hasTextGrant: false },
        { name: 'auditor, text granted', role, hasTextGrant: true },
      ]
    : [{ name: role, role, hasTextGrant: false }],
);

test('whoever may not is refused by the rule of may-see, and the refusal is on record', async (t) => {
  const server = await peopleServer(t);
  const operations = await operationsOf(server);
  assert.ok(operations.length > 50);
  const nobody = new Browser(server.api.address);
  for (const one of operations) assert.equal((await asked(nobody, one)).status, 401, one.id);
  const expected = new Set<string>();
  for (const { hasTextGrant, role } of SEATS) {
    const member = await server.member(role, { hasTextGrant });
    server.clock.aheadMs = 0;
    for (const one of operations.filter(({ scope }) => CONFIRMED.includes(scope)))
      await expectAnswer(member, one, { role, hasTextGrant, agoMs: 0 }, expected);
    server.clock.aheadMs = CONFIRMED_MS + 60_000;
    for (const one of operations)
      await expectAnswer(member, one, { role, hasTextGrant, agoMs: CONFIRMED_MS + 60_000 }, expected);
    server.clock.aheadMs = 0;
  }
  const recorded = await refusedOnRecord(server);
  assert.deepEqual(
    [...expected].filter((one) => !recorded.has(one)),
    [],
  );
});

async function expectAnswer(
  { browser, id }: Member,
  one: Operation,
  { agoMs, hasTextGrant, role }: { readonly role: Role; readonly hasTextGrant: boolean; readonly agoMs: number },
  expected: Set<string>,
): Promise<void> {
  const nowMs = Date.now();
  const viewer: Viewer = { kind: 'person', id, role, team: undefined, hasTextGrant, confirmedMs: nowMs - agoMs };
  const answer = maySee(viewer, { scope: one.scope, nowMs });
  const { kind, scope, status } = await asked(browser, one);
  assert.notEqual(status, 500, `${role} ${one.id}`);
  if (answer.may) {
    // What is named in a request may ask for more; that is another scope's.
    const isRefused = ['role-missing', 'confirm-needed', 'scope-missing', 'unauthenticated'].includes(kind);
    assert.equal(isRefused && scope === one.scope, false, `${role} ${one.id}`);
    return;
  }
  assert.deepEqual(
    [status, kind],
    [403, answer.rule === 'confirm' ? 'confirm-needed' : 'role-missing'],
    `${role} ${one.id}`,
  );
  expected.add(`user:${id} ${commandOf(one)} ${answer.rule}`);
}

interface Asked {
  readonly status: number;
  readonly kind: string;
  /** What was missing. */
  readonly scope: string | undefined;
}

async function asked(browser: Browser, { method, path }: Operation): Promise<Asked> {
  const address = path.replaceAll(/\{key\}/g, 'nobody').replaceAll(/\{[a-zA-Z]+\}/g, '1');
  const ending = new AbortController();
  const response = await browser.send(address, {
    method,
    signal: ending.signal,
    headers: {
      'x-acta-console': '1',
      origin: browser.origin,
      ...(method === 'GET' ? {} : { 'content-type': 'application/json' }),
    },
    ...(method === 'GET' || method === 'DELETE' ? {} : { body: '{}' }),
  });
  const { status } = response;
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json') === true;
  const { scope, type = '' } = isProblem ? ((await response.json()) as { type?: string; scope?: string }) : {};
  // A stream goes on for as long as somebody listens.
  if (!isProblem) ending.abort();
  return { status, scope, kind: type.slice(type.lastIndexOf('/') + 1) };
}

function commandOf({ id }: Operation): string {
  return `api-${id.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

async function refusedOnRecord({ api }: PeopleServer): Promise<ReadonlySet<string>> {
  const size = await api.vault.log.size();
  const records = await api.vault.reader.records([...Array(size).keys()]);
  return new Set(
    [...records.values()].flatMap((one) =>
      one.kind === 'audit' && one.outcome === 'refused' ? [`${one.actor} ${one.command} ${one.rule}`] : [],
    ),
  );
}

test('docs/roles.md says what holds', async (t) => {
  const written = tableOf(await operationsOf(await peopleServer(t)));
  if (process.env['ACTA_WRITE_ROLES'] === '1') writeFileSync(TABLE, written);
  assert.equal(readFileSync(TABLE, 'utf8'), written, `rewrite it: ${REWRITE}`);
});

async function operationsOf({ api }: PeopleServer): Promise<Operation[]> {
  const described = (await (await fetch(`${api.address}/api/openapi.json`)).json()) as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, { operationId: string; description: string }>>>>;
  };
  return Object.entries(described.paths)
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { description, operationId }]) => {
        const scope = /Scope: `([a-z:-]+)`/.exec(description)?.[1];
        assert.ok(scope !== undefined, operationId);
        return { id: operationId, method: method.toUpperCase(), path, scope: scope as ApiScope };
      }),
    )
    .sort((one, other) => `${one.path} ${one.method}`.localeCompare(`${other.path} ${other.method}`, 'en'));
}

const ABOUT = `# Who may what

Made by the tests, which ask every operation as every role and as nobody. \`yes\`: let in. \`again\`: let in within ten minutes after a
second factor was shown, else 403 \`confirm-needed\`. \`no\`: 403 \`role-missing\`, on record as refused. Nobody signed in: 401 for all of
them. An agent sees of conversations those that are theirs, their team's or nobody's; of another's it is told 403 \`not-yours\`.
A program is let in by the scopes of its key; none holds \`staff\`, \`self\`, \`export\` or \`erase\`.
`;

function tableOf(operations: readonly Operation[]): string {
  const head = ['operation', 'address', 'scope', ...SEATS.map(({ name }) => name)];
  const rows = operations.map(({ id, method, path, scope }) => [
    id,
    `${method} ${path.replace('/api/v1', '')}`,
    scope,
    ...SEATS.map((seat) => cellOf(seat, scope)),
  ]);
  const lines = [head, head.map(() => '-'), ...rows].map((cells) => `|${cells.join('|')}|`);
  return `${ABOUT}\n${lines.join('\n')}\n`;
}

function cellOf({ hasTextGrant, role }: Seat, scope: ApiScope): string {
  const may = (confirmedMs: number): boolean =>
    maySee(
      { kind: 'person', id: '', role, team: undefined, hasTextGrant, confirmedMs },
      { scope, nowMs: CONFIRMED_MS * 2 },
    ).may;
  if (may(0)) return 'yes';
  return may(CONFIRMED_MS * 2) ? 'again' : 'no';
}
