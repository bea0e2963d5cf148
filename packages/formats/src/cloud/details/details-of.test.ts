import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bodySamples } from '../webhook/body-samples.test-support.ts';
import { readWebhook } from '../webhook/read-webhook.ts';
import type { CloudDetails } from './cloud-details.ts';
import { detailsOf } from './details-of.ts';

/** The details of the last piece of a body of ours. */
function detailsIn(name: string): CloudDetails {
  const body = bodySamples('payloads').find((sample) => sample.name === `${name}.json`)?.body ?? new Uint8Array();
  const piece = readWebhook(body).pieces.at(-1);
  return detailsOf(new TextDecoder().decode(body.subarray(piece?.start, piece?.end)));
}

test('where a person came from is told', () => {
  const { referral } = detailsIn('text-from-advertisement');
  assert.equal(referral?.sourceType, 'ad');
  assert.match(referral?.clickId ?? '', /^Aff-n8ZTOD/);
  assert.equal(referral?.welcome, 'Hi there! Let us know how we can help!');
  assert.equal(detailsIn('text-from-status-advertisement').referral?.clickId, undefined);
});

test('what is answered, forwarded or asked about is told', () => {
  assert.deepEqual(detailsIn('text-about-product').context, {
    id: 'wamid.X',
    from: { waId: '15550783881' },
    product: { catalogId: '194836987003835', productId: 'di9ozbzfi4' },
  });
  assert.deepEqual(detailsIn('text-often-forwarded').context, { oftenForwarded: true });
});

test('the items of an order keep their prices digit by digit', () => {
  assert.deepEqual(detailsIn('order-two-items').order, {
    catalogId: '194836987003835',
    text: 'Love these!',
    items: [
      { productId: 'di9ozbzfi4', quantity: '2', price: '30.1', currency: 'USD' },
      { productId: 'nqryix03ez', quantity: '1', price: '25', currency: 'USD' },
    ],
  });
  const raw = '{"order":{"product_items":[{"item_price":30.10,"quantity":12345678901234567890}]}}';
  assert.deepEqual(detailsOf(raw).order?.items, [{ price: '30.10', quantity: '12345678901234567890' }]);
});

test('a contact card is told in full', () => {
  const [card, other] = detailsIn('contacts-two').cards ?? [];
  assert.equal(card?.name, 'Barbara J. Johnson');
  assert.deepEqual(card?.phones, [{ phone: '+1 650-555-9999', waId: '16505559999', type: 'MOBILE' }]);
  assert.equal(card?.addresses[0]?.countryCode, 'US');
  assert.equal(card?.company, 'Lucky Shrub');
  assert.equal(card?.birthday, '1999-01-23');
  assert.deepEqual(other?.phones, []);
  assert.equal(detailsIn('contacts-requested').cardOrigin, 'contact_request/other');
});

test('what was tapped, chosen or filled in is told, also where the form is broken', () => {
  assert.deepEqual(detailsIn('interactive-button-reply').reply, {
    kind: 'button',
    id: 'cancel-button',
    title: 'Cancel',
  });
  assert.equal(detailsIn('interactive-list-reply').reply?.description, 'Next Day to 2 Days');
  assert.deepEqual(detailsIn('button-quick-reply').reply, {
    kind: 'quick-reply',
    title: 'Unsubscribe',
    payload: 'unsubscribe',
  });
  assert.deepEqual(detailsIn('interactive-flow-reply').reply?.answers, [
    { name: 'flow_token', value: 'unused' },
    { name: 'name', value: 'José' },
    { name: 'guests', value: '3' },
    { name: 'extras', value: '["a","b"]' },
  ]);
  assert.deepEqual(detailsIn('interactive-flow-reply-broken').reply?.answers, []);
  assert.deepEqual(detailsIn('interactive-call-permission').reply, {
    kind: 'call-permission',
    response: 'accept',
    isPermanent: false,
    expiresAt: 1750021183,
  });
});

test('a form filled by somebody hostile costs an answer and no more', () => {
  const deep = `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)},"__proto__":{"b":1}}`;
  const raw = JSON.stringify({ interactive: { nfm_reply: { response_json: deep } } });
  assert.doesNotThrow(() => detailsOf(raw));
});

test('nothing throws, and nothing is told of what says nothing', () => {
  for (const raw of ['', 'null', '[]', '{}', '7', '{"a":1', '"context":1']) assert.deepEqual(detailsOf(raw), {});
  const key = fc.constantFrom('context', 'referral', 'order', 'contacts', 'interactive', 'button', 'pricing', 'origin');
  fc.assert(fc.property(fc.dictionary(key, fc.jsonValue()), (object) => void detailsOf(JSON.stringify(object))));
});
