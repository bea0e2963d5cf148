// The top of the page: whether the business listens, what time it is in the sandbox, and what shall go wrong next.
import { element } from './element.js';
import { sandbox } from './sandbox-client.js';
import { countOf, dateOf, say } from './words.js';

const spans = ['1m', '1h', '25h', '31d'];
const groups = {
  graph: ['drop', 'delay', 'error', 'throttle', 'refuse', 'accept-then-drop', 'accept-then-silence'],
  webhook: ['fail', 'delay', 'bad-signature', 'no-signature', 'duplicate', 'lose'],
  media: ['missing', 'corrupt', 'delay'],
  delivery: ['fail'],
};
const groupNames = { graph: 'graph', webhook: 'toWebhook', media: 'mediaFetch', delivery: 'toPhone' };
const results = {
  accepted: 'webhookAccepted',
  refused: 'webhookRefused',
  'no-answer': 'webhookNoAnswer',
  'not-tried': 'webhookNotTried',
};

export class Dashboard {
  element;
  #webhook = element('p.webhook');
  #clock = element('output.time');
  #standing = element('ul.standing');
  #count = element('span.count', { hidden: true });
  #offsetMs = 0;
  #stands = false;
  #report;

  constructor(report) {
    this.#report = report;
    this.element = element(
      'div.bar',
      {},
      element('div.title', {}, element('h1', {}, say('title')), element('p', {}, say('lead'))),
      this.#webhook,
      this.#clockPart(),
      this.#faultsPart(),
    );
    setInterval(() => this.#showTime(), 1000);
  }

  #clockPart() {
    const buttons = spans.map((span) =>
      element(
        'button',
        {
          type: 'button',
          'aria-label': say('forward', span),
          title: say('forward', span),
          click: () => this.#advance(span),
        },
        `+${span}`,
      ),
    );
    return element('div.clock', { role: 'group', 'aria-label': say('clock') }, this.#clock, ...buttons);
  }

  async #advance(span) {
    await this.#try(() => sandbox.advance(span));
  }

  async #try(work) {
    try {
      await work();
      await this.refresh();
    } catch (error) {
      this.#report(error.message);
    }
  }

  #faultsPart() {
    const parts = Object.entries(groups).map(([on, kinds]) =>
      element(
        'fieldset',
        {},
        element('legend', {}, say(groupNames[on])),
        ...kinds.map((kind) =>
          element('button', { type: 'button', click: () => this.#order(on, kind) }, say(`${on}/${kind}`)),
        ),
      ),
    );
    return element(
      'details.faults',
      {},
      element('summary', {}, say('faults'), this.#count),
      element(
        'div.faults-list',
        {},
        element('p', {}, say('faultsHint')),
        element('h3', {}, say('standing')),
        this.#standing,
        ...parts,
      ),
    );
  }

  async #order(on, kind) {
    await this.#try(() =>
      sandbox.fault({ on, kind, times: 1, delayMs: 5000, ...(kind === 'refuse' && { code: 190 }) }),
    );
  }

  async refresh() {
    const { nowMs, clockStands, webhook, faults, sends } = await sandbox.state();
    this.#offsetMs = nowMs - Date.now();
    this.#stands = clockStands;
    this.#showTime(nowMs);
    const isHeard = webhook.handshake === 'accepted' || webhook.lastCall?.status === 200;
    const result = say(isHeard ? 'webhookAccepted' : results[webhook.handshake]);
    this.#webhook.replaceChildren(
      element(`span.lamp${isHeard ? '.on' : ''}`, { 'aria-hidden': 'true' }),
      element('b', {}, `${say('webhook')}: ${result}`),
      element('span', {}, `${countOf(webhook.accepted)} ${say('delivered')}`),
      webhook.waiting > 0 ? element('span.late', {}, `${countOf(webhook.waiting)} ${say('waiting')}`) : '',
      element('span', {}, `${countOf(sends.accepted)} ${say('accepted')}`),
    );
    this.#webhook.title = webhook.url;
    this.#showFaults(faults.standing);
  }

  #showTime(nowMs = this.#stands ? undefined : Date.now() + this.#offsetMs) {
    if (nowMs !== undefined) this.#clock.textContent = dateOf(nowMs);
  }

  #showFaults(standing) {
    this.#count.hidden = standing.length === 0;
    this.#count.textContent = String(standing.length);
    const items = standing.map(({ id, on, kind }) =>
      element(
        'li',
        {},
        element('span', {}, say(`${on}/${kind}`)),
        element('button', { type: 'button', click: () => this.#try(() => sandbox.removeFault(id)) }, say('remove')),
      ),
    );
    this.#standing.replaceChildren(...(items.length > 0 ? items : [element('li', {}, say('noFaults'))]));
  }
}
