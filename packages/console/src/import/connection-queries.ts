// What the server tells of the connection to the platform, and its test. Both ask for a fresh second factor.

import { api, ask } from '../api/client.ts';

export const askConnection = () => ask(api.GET('/api/v1/connection'));
export const askTest = (number: string) =>
  ask(api.POST('/api/v1/connection/test', { body: number === '' ? {} : { number } }));

export type Connection = Awaited<ReturnType<typeof askConnection>>;
export type ConnectionCheck = Awaited<ReturnType<typeof askTest>>;
