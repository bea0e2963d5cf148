// One message as a phone shows it, with what can be done to it.
import { element, icon } from './element.js';
import { sandbox } from './sandbox-client.js';
import { say, timeOf } from './words.js';

const emojis = ['👍', '❤️', '😂', '😮', '😢', '🙏'];

/**
 * @param {object} message as the controls show it
 * @param {object} acts what the phone does: reply, react, edit, remove, tap, play
 * @param {(wamid: string) => object | undefined} find another message of the chat
 */
export function messageElement(message, acts, find) {
  const isMine = message.from === 'person';
  const bubble = element(
    `article.bubble${isMine ? '.mine' : ''}${message.isDeleted ? '.deleted' : ''}`,
    { lang: undefined, 'data-wamid': message.wamid },
    quoteOf(message, find),
    ...(message.isDeleted ? [element('p', {}, say('deleted'))] : contentOf(message, acts)),
    footOf(message, isMine),
    reactionsOf(message),
  );
  return element(
    `li.row${isMine ? '.mine' : ''}`,
    {},
    bubble,
    message.isDeleted ? undefined : actionsOf(message, acts, isMine),
  );
}

function quoteOf({ replyTo }, find) {
  if (replyTo === undefined) return undefined;
  const quoted = find(replyTo);
  return element('blockquote', { dir: 'auto' }, quoted?.text || quoted?.type || '…');
}

function contentOf(message, acts) {
  const { text, media, place, taps } = message;
  return [
    media && mediaOf(message, acts),
    place && placeOf(place),
    text ? element('p.text', { dir: 'auto' }, text) : undefined,
    !(text || media || place) ? element('p.kind', {}, message.type) : undefined,
    taps && tapsOf(message, taps, acts),
  ].filter(Boolean);
}

function mediaOf({ type, media, wamid }, acts) {
  if (media.isGone) return element('p.kind', {}, say('gone'));
  if (media.id === undefined) return element('p.kind', {}, say('fromLink'));
  const src = sandbox.mediaPath(media.id);
  const mime = media.mime ?? '';
  if (mime.startsWith('image/')) return element('img', { src, alt: media.filename ?? type, loading: 'lazy' });
  if (mime.startsWith('video/')) return element('video', { src, controls: true, preload: 'metadata' });
  if (mime.startsWith('audio/'))
    return element('audio', { src, controls: true, preload: 'metadata', play: () => acts.play(wamid) });
  return element('a.file', { href: src, download: media.filename ?? 'file' }, media.filename ?? mime);
}

function placeOf({ latitude, longitude }) {
  return element('p.place', {}, icon('place'), `${Number(latitude).toFixed(5)}, ${Number(longitude).toFixed(5)}`);
}

function tapsOf({ wamid }, taps, acts) {
  const buttons = taps.map(({ label, description, canTap }, index) =>
    element(
      'button',
      { type: 'button', disabled: !canTap, click: () => acts.tap(wamid, index) },
      label,
      description === undefined ? undefined : element('small', {}, description),
    ),
  );
  return element('div.taps', {}, ...buttons);
}

function footOf(message, isMine) {
  const { atMs, isEdited, states, failedCode } = message;
  const marks = [isEdited ? say('edited') : undefined, timeOf(atMs)];
  const state = isMine ? tickOf(states) : stateOf(states, failedCode);
  return element('footer', {}, marks.filter(Boolean).join(' · '), ' ', state);
}

/** What the business did with the person's message. */
function tickOf({ read }) {
  return read === undefined
    ? element('span.tick', { title: say('sent') }, '✓')
    : element('span.tick.read', { title: say('read') }, '✓✓');
}

/** How far a message of the business came. */
function stateOf({ delivered, read, played }, failedCode) {
  if (failedCode !== undefined) return element('span.failed', {}, say('failed', String(failedCode)));
  if (played !== undefined) return element('span', {}, say('played'));
  if (read !== undefined) return element('span', {}, say('read'));
  return delivered === undefined ? element('span', {}, say('notDelivered')) : '';
}

function reactionsOf({ reactions }) {
  const given = [reactions.person, reactions.business].filter(Boolean);
  return given.length === 0 ? undefined : element('span.reactions', {}, given.join(''));
}

function actionsOf(message, acts, isMine) {
  const { wamid, reactions } = message;
  const button = (label, click) => element('button', { type: 'button', click }, label);
  const list = element(
    'div.actions-list',
    {},
    element(
      'div.emojis',
      {},
      ...emojis.map((emoji) => {
        const isGiven = reactions.person === emoji;
        const click = () => acts.react(wamid, isGiven ? '' : emoji);
        return element(
          'button',
          { type: 'button', 'aria-label': say('react', emoji), 'aria-pressed': isGiven, click },
          emoji,
        );
      }),
    ),
    button(say('reply'), () => acts.reply(message)),
    isMine && message.type === 'text' ? button(say('edit'), () => acts.edit(message)) : undefined,
    isMine ? button(say('delete'), () => acts.remove(wamid)) : undefined,
  );
  const summary = element('summary', { 'aria-label': say('actions'), title: say('actions') }, icon('more'));
  const details = element('details.actions', { name: 'actions' }, summary, list);
  list.addEventListener('click', () => details.removeAttribute('open'));
  return details;
}
