// One phone: its owner, the chat with one number of the business, and what the owner can do. Whoever looks at it reads what arrives.
import { Composer } from './compose.js';
import { element, icon } from './element.js';
import { messageElement } from './message.js';
import { sandbox } from './sandbox-client.js';
import { dateOf, say } from './words.js';

export class Phone {
  id;
  element;
  #numbers;
  #number;
  #person;
  #report;
  #isAtEnd = true;
  #rows = new Map();
  #messages = new Map();
  #list = element('ol.messages', { 'aria-live': 'polite', tabindex: 0 });
  #title = element('div.who');
  #window = element('p.window');
  #menu = element('details.menu');
  #composer;

  /** @param {{id: string, numbers: readonly object[], report: (text: string) => void, close: () => void}} options */
  constructor({ id, language, numbers, report, close }) {
    this.id = id;
    this.#numbers = numbers;
    this.#number = numbers[0].id;
    this.#report = report;
    this.#composer = new Composer(
      {
        text: (members) => this.#act({ act: 'text', ...members }),
        edit: (target, body) => this.#act({ act: 'edit', target, body }),
        location: (members) => this.#act({ act: 'location', ...members }),
        media: (file, members) => this.#try(() => sandbox.media(this.id, file, { ...members, number: this.#number })),
      },
      language,
      report,
    );
    const closing = element(
      'button.icon',
      { type: 'button', 'aria-label': say('close'), title: say('close'), click: close },
      icon('close'),
    );
    // A picture that arrives after its message must not push the last line out of sight.
    this.#list.addEventListener('load', () => this.#isAtEnd && this.#toEnd(), true);
    this.#list.addEventListener('scroll', () => {
      this.#isAtEnd = this.#list.scrollHeight - this.#list.scrollTop - this.#list.clientHeight < 60;
    });
    const head = element('header', {}, this.#title, this.#menu, closing);
    this.element = element(
      'section.phone',
      {},
      head,
      this.#numberChoice(),
      this.#window,
      this.#list,
      this.#composer.element,
    );
  }

  #numberChoice() {
    if (this.#numbers.length < 2) return '';
    const options = this.#numbers.map(({ id, verifiedName, isCoexistence }) =>
      element('option', { value: id }, isCoexistence ? `${verifiedName} (${say('coexistence')})` : verifiedName),
    );
    const select = element('select', { 'aria-label': say('business') }, ...options);
    select.addEventListener('change', () => {
      this.#number = select.value;
      this.#rows.clear();
      this.#list.replaceChildren();
      void this.refresh();
    });
    return element('div.number', {}, select);
  }

  async #try(work) {
    try {
      await work();
      return true;
    } catch (error) {
      this.#report(error.message);
      return false;
    }
  }

  #act(act) {
    return this.#try(() => sandbox.act(this.id, { number: this.#number, ...act }));
  }

  /** Shows the chat as it is now. */
  async refresh() {
    const { person, chat } = await sandbox.person(this.id, this.#number);
    this.#person = person;
    this.#showOwner(chat);
    this.#messages = new Map(chat.messages.map((message) => [message.wamid, message]));
    this.#showMessages(chat);
    const isUnread = chat.messages.some(
      ({ from, states }) => from === 'business' && states.delivered !== undefined && states.read === undefined,
    );
    if (isUnread && document.visibilityState === 'visible' && person.isOnline) await this.#act({ act: 'read' });
  }

  #showOwner(chat) {
    const { name, phone, username, showsPhone, blocked, isOnline } = this.#person;
    const isBlocked = blocked.includes(this.#number);
    const address =
      username === undefined ? `+${phone}` : `@${username}${showsPhone ? ` · +${phone}` : ` · ${say('hidden')}`}`;
    const marks = [isBlocked ? say('isBlocked') : '', isOnline ? '' : say('isOffline')].filter(Boolean).join(' · ');
    this.element.setAttribute('aria-label', name);
    this.#title.replaceChildren(
      element(`span.avatar.tint-${(Number(this.id.slice(1)) % 6) + 1}`, { 'aria-hidden': 'true' }, [...name][0] ?? '?'),
      element('div', {}, element('h2', {}, element('bdi', {}, name)), element('small', {}, marks || address)),
    );
    this.#window.textContent = chat.isWindowOpen ? say('windowOpen', dateOf(chat.windowUntilMs)) : say('windowClosed');
    this.#showMenu(isBlocked);
  }

  #showMessages({ messages, isTyping }) {
    const rows = messages.map((message) => this.#rowOf(message));
    const typing = isTyping ? [element('li.typing', {}, say('typing'), element('i'), element('i'), element('i'))] : [];
    const empty = messages.length === 0 ? [element('li.empty', {}, say('empty'))] : [];
    const wanted = [...empty, ...rows, ...typing];
    const kept = new Set(wanted);
    for (const child of [...this.#list.children]) if (!kept.has(child)) child.remove();
    for (const [index, row] of wanted.entries())
      if (this.#list.children[index] !== row) this.#list.insertBefore(row, this.#list.children[index] ?? null);
    if (this.#isAtEnd) this.#toEnd();
  }

  #toEnd() {
    this.#list.scrollTop = this.#list.scrollHeight;
  }

  /** A row is made again only if it changed, so that a voice note plays on and a menu stays open. */
  #rowOf(message) {
    const text = JSON.stringify(message);
    const known = this.#rows.get(message.wamid);
    if (known?.text === text) return known.row;
    const row = messageElement(
      message,
      {
        reply: (target) => this.#composer.about({ how: 'reply', message: target }),
        edit: (target) => this.#composer.about({ how: 'edit', message: target }),
        react: (target, emoji) => this.#act({ act: 'reaction', target, emoji }),
        remove: (target) => this.#act({ act: 'delete', target }),
        tap: (target, index) => this.#act({ act: 'tap', target, index }),
        play: (target) => this.#act({ act: 'play', target }),
      },
      (wamid) => this.#messages.get(wamid),
    );
    this.#rows.set(message.wamid, { text, row });
    return row;
  }

  #showMenu(isBlocked) {
    const { hasStoppedMarketing, isOnline } = this.#person;
    const state = JSON.stringify([isBlocked, hasStoppedMarketing, isOnline]);
    if (this.#menu.dataset.state === state) return;
    this.#menu.dataset.state = state;
    const item = (name, act) => element('button', { type: 'button', click: () => this.#fromMenu(act) }, say(name));
    this.#menu.replaceChildren(
      element('summary', { 'aria-label': say('menu'), title: say('menu') }, icon('more')),
      element(
        'div.menu-list',
        {},
        this.#askFor('changeNumber', 'tel', (phone) => ({ act: 'change-number', phone })),
        this.#askFor(
          'username',
          'text',
          (username, hideAtOnce) => ({ act: 'username', username, hideAtOnce }),
          'hideAtOnce',
        ),
        isBlocked ? item('unblock', { act: 'unblock' }) : item('block', { act: 'block' }),
        hasStoppedMarketing
          ? item('resumeMarketing', { act: 'resume-marketing' })
          : item('stopMarketing', { act: 'stop-marketing' }),
        isOnline ? item('offline', { act: 'offline' }) : item('online', { act: 'online' }),
        item('advertisement', { act: 'advertisement', body: say('advertisementText') }),
        item('poll', { act: 'unsupported', kind: 'poll_creation' }),
      ),
    );
  }

  async #fromMenu(act) {
    if (await this.#act(act)) this.#menu.removeAttribute('open');
  }

  /** A line of the menu that opens a field. */
  #askFor(name, type, actOf, choice) {
    const field = element('input', { type, 'aria-label': say(name), required: true });
    const box = choice === undefined ? undefined : element('input', { type: 'checkbox', checked: true });
    const submit = (event) => {
      event.preventDefault();
      void this.#fromMenu(actOf(field.value, box?.checked));
    };
    return element(
      'details.ask',
      {},
      element('summary', {}, say(name)),
      element(
        'form',
        { submit },
        element('div.fields', {}, field, element('button', { type: 'submit' }, say('save'))),
        box && element('label', {}, box, say(choice)),
      ),
    );
  }
}
