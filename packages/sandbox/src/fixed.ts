// What a sandbox is reached and known by if nothing else is said: for a server and for tests that stand beside one.
import { defaultAccessToken, defaultPort, defaultVerifyToken } from './sandbox.ts';
import { defaultAccount, defaultCoexistenceNumber, defaultNumber } from './world/business.ts';
import { defaultAppSecret, defaultWebhookUrl } from './world/world.ts';

export interface SandboxDefaults {
  readonly port: number;
  readonly account: string;
  readonly number: string;
  readonly coexistenceNumber: string;
  readonly appSecret: string;
  readonly verifyToken: string;
  readonly accessToken: string;
  readonly webhookUrl: string;
}

/** The defaults of a sandbox. None is a secret: they guard a stand-in. */
export const SANDBOX: SandboxDefaults = {
  port: defaultPort,
  account: defaultAccount,
  number: defaultNumber,
  coexistenceNumber: defaultCoexistenceNumber,
  appSecret: defaultAppSecret,
  verifyToken: defaultVerifyToken,
  accessToken: defaultAccessToken,
  webhookUrl: defaultWebhookUrl,
};
