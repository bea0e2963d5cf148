// The WhatsApp Cloud API: what other parts may use.
export type { CloudFact } from './fact/cloud-fact.ts';
export { readWebhook } from './webhook/read-webhook.ts';
