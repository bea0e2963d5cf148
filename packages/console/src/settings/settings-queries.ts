// What the settings ask of the server.

import type { ActaPaths } from '@acta/server/client';
import { queryOptions } from '@tanstack/react-query';
import { api, ask } from '../api/client.ts';
import { listPasskeys } from '../api/sign-in.ts';

export const staffQuery = queryOptions({
  queryKey: ['staff'],
  queryFn: async () => (await ask(api.GET('/api/v1/staff'))).items,
});

export const singleSignOnQuery = queryOptions({
  queryKey: ['single-sign-on'],
  queryFn: () => ask(api.GET('/api/v1/single-sign-on')),
});

export const invitationsQuery = queryOptions({
  queryKey: ['invitations'],
  queryFn: async () => (await ask(api.GET('/api/v1/invitations'))).items,
});

export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: async () => (await ask(api.GET('/api/v1/sessions'))).items,
});

export const apiKeysQuery = queryOptions({
  queryKey: ['api-keys'],
  queryFn: async () => (await ask(api.GET('/api/v1/api-keys'))).items,
});

export const passkeysQuery = queryOptions({ queryKey: ['passkeys'], queryFn: listPasskeys });

export type Member =
  ActaPaths['/api/v1/staff']['get']['responses']['200']['content']['application/json']['items'][number];
