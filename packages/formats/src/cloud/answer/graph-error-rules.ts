// What the platform's error codes mean and what to do about each: data, because the platform adds codes and policy must be able
// to say which line decided. Source: Meta's error codes of the WhatsApp Business Platform. Decide on the code, never on the HTTP
// status or a title.

/**
 * What to do after an error. Closed: policy answers each.
 * - `retry`: transient, a bounded number of times. `back-off`: the app or account calls too often. `slow-number`: the number sends
 *   too fast. `wait-pair`: this person alone, 4^n seconds. `wait-day`: this person, not within 24 hours.
 * - `pause-campaign`: the number is taken for a spammer. `suppress-marketing`: no marketing to this person until they resume.
 * - `experiment`: the person is in a trial of the platform's, not again. `template-needed`: the 24-hour window is closed.
 * - `undeliverable`: mark it, do not loop. `media`: fetch or upload the media object again. `fix`: the request is wrong.
 * - `stop-template`: this template cannot be sent. `stop-number`: this number cannot send until somebody acts. `stop-all`: nothing
 *   can, alert at once. `note`: nothing was sent; only to be shown.
 */
export type GraphErrorAct =
  | 'retry'
  | 'back-off'
  | 'slow-number'
  | 'wait-pair'
  | 'wait-day'
  | 'pause-campaign'
  | 'suppress-marketing'
  | 'experiment'
  | 'template-needed'
  | 'undeliverable'
  | 'media'
  | 'fix'
  | 'stop-template'
  | 'stop-number'
  | 'stop-all'
  | 'note';

export interface GraphErrorRule {
  readonly meaning: string;
  readonly act: GraphErrorAct;
}

const rule = (act: GraphErrorAct, meaning: string): GraphErrorRule => ({ meaning, act });

/** By code. */
export const graphErrors: ReadonlyMap<number, GraphErrorRule> = new Map([
  [0, rule('stop-all', 'the access token is invalid or has expired')],
  [1, rule('retry', 'the platform failed')],
  [2, rule('retry', 'the platform is unavailable for a while')],
  [3, rule('stop-all', 'the app may not call this')],
  [4, rule('back-off', 'the app calls too often')],
  [10, rule('stop-all', 'a permission is missing or was taken away')],
  [33, rule('fix', 'the number or object addressed does not exist')],
  [100, rule('fix', 'a parameter is wrong or unknown')],
  [190, rule('stop-all', 'the access token has expired')],
  [368, rule('stop-all', 'the account is blocked for breaking a policy')],
  [2040, rule('fix', 'this kind of payment is not supported')],
  [2046, rule('fix', 'the order cannot go from its state to this one')],
  [2047, rule('fix', 'the order cannot be cancelled')],
  [80007, rule('back-off', 'the account calls too often')],
  [130429, rule('slow-number', 'the number sends faster than it may')],
  [130472, rule('experiment', 'the person is in a trial of the platform')],
  [130497, rule('undeliverable', 'the account may not write to people in this country')],
  [131000, rule('retry', 'something went wrong that the platform does not name')],
  [131005, rule('stop-all', 'a permission is missing')],
  [131008, rule('fix', 'a required parameter is missing')],
  [131009, rule('fix', 'a parameter has a value that is not valid')],
  [131016, rule('retry', 'the service is unavailable for a while')],
  [131021, rule('fix', 'sender and recipient are the same')],
  [131026, rule('undeliverable', 'the message cannot be delivered to this person')],
  [131030, rule('fix', 'the recipient is not on the list of a test number')],
  [131031, rule('stop-all', 'the account is locked')],
  [131037, rule('stop-number', 'the display name is not approved')],
  [131042, rule('stop-number', 'the payment method has a problem')],
  [131045, rule('stop-number', 'the number is not registered rightly')],
  [131047, rule('template-needed', 'more than 24 hours passed since the person last wrote')],
  [131048, rule('pause-campaign', 'too many messages of the number were blocked or reported')],
  [131049, rule('wait-day', 'the person has had enough marketing for now')],
  [131050, rule('suppress-marketing', 'the person has stopped marketing of this business')],
  [131051, rule('fix', 'this type of message is not supported')],
  [131052, rule('media', 'a media object could not be downloaded')],
  [131053, rule('media', 'a media object could not be uploaded')],
  [131056, rule('wait-pair', 'too many messages to this person in a short time')],
  [131057, rule('retry', 'the account is under maintenance')],
  [131060, rule('note', 'a message is not available for now')],
  [131062, rule('fix', 'this message cannot go to a business-scoped user id')],
  [132000, rule('fix', 'the template wants another number of parameters')],
  [132001, rule('stop-template', 'the template does not exist in this language, or is not approved')],
  [132005, rule('fix', 'the template with its parameters is too long')],
  [132007, rule('stop-template', 'the template breaks a policy')],
  [132012, rule('fix', 'a parameter has another format than the template wants')],
  [132015, rule('stop-template', 'the template is paused for low quality')],
  [132016, rule('stop-template', 'the template was disabled for low quality')],
  [132068, rule('stop-template', 'the flow is blocked')],
  [132069, rule('back-off', 'the flow is throttled')],
  [133000, rule('stop-number', 'an earlier deregistration did not finish')],
  [133004, rule('retry', 'the server is unavailable for a while')],
  [133005, rule('stop-number', 'the PIN is wrong')],
  [133006, rule('stop-number', 'the number must be verified again')],
  [133008, rule('stop-number', 'the PIN was guessed too often')],
  [133009, rule('stop-number', 'the PIN was entered too fast')],
  [133010, rule('stop-number', 'the number is not registered')],
  [133015, rule('stop-number', 'the number was deregistered a moment ago')],
  [133016, rule('stop-number', 'the number was registered too often')],
  [134011, rule('fix', 'the terms of payments are not accepted')],
  [135000, rule('fix', 'a parameter is wrong that the platform does not name')],
  [2593109, rule('note', 'the business does not share the history of its chats')],
]);

/** Codes that are not in the table, by their hundreds and thousands; the first range that holds one counts. */
const classes: readonly (GraphErrorRule & { readonly from: number; readonly to: number })[] = [
  { from: 200, to: 299, ...rule('stop-all', 'a permission is missing') },
  { from: 80000, to: 80999, ...rule('back-off', 'a limit on calls is reached') },
  { from: 130400, to: 130499, ...rule('slow-number', 'a limit on messages is reached') },
  { from: 131000, to: 131999, ...rule('undeliverable', 'the message was refused for a reason unknown here') },
  { from: 132000, to: 132999, ...rule('stop-template', 'the template was refused for a reason unknown here') },
  { from: 133000, to: 133999, ...rule('stop-number', 'the number has a problem unknown here') },
  { from: 134000, to: 134999, ...rule('fix', 'the payment was refused for a reason unknown here') },
];
const unknown = rule('undeliverable', 'an error unknown here');

/** @returns what a code means and what to do; an unknown one by its class, and never to try again blindly */
export function graphErrorRule(code: number): GraphErrorRule {
  const known = graphErrors.get(code) ?? classes.find(({ from, to }) => code >= from && code <= to) ?? unknown;
  return { meaning: known.meaning, act: known.act };
}
